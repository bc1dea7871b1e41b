package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which lines make the objects that the entries of a map keep alive, one for each entry: what
 * its keys and values point to, and the strings that its keys are, or are parts of.
 */
final class MadeObjects {
  private final Expressions expressions;

  MadeObjects(Expressions expressions) {
    this.expressions = expressions;
  }

  /** What a line makes: types, and the places of strings made of bytes. */
  Set<String> at(Syntax function, long line, Context context) {
    Set<String> made = new TreeSet<>();
    function.all().filter(node -> node.line() == line).forEach(node -> add(made, node, context));
    return made;
  }

  /** What entries of a map keep. */
  Set<String> keptBy(Type key, Type elem, List<KeyOrigins.Origin> origins) {
    Set<String> kept = new TreeSet<>();
    addPointee(kept, key);
    addPointee(kept, elem);
    origins.forEach(origin -> kept.add(origin.at().text()));
    return kept;
  }

  private void addPointee(Set<String> to, Type type) {
    if (expressions.types().underlying(type) instanceof Type.Pointer pointer) {
      addNamed(to, pointer.elem());
    }
  }

  private void addNamed(Set<String> to, Type type) {
    Type named = expressions.types().resolveAlias(type);
    if (named instanceof Type.Named of && of.in() != null) {
      to.add(of.in().importPath() + "." + of.name());
    }
  }

  private void add(Set<String> made, Syntax node, Context context) {
    switch (node.kind()) {
      case "composite_literal" -> addNamed(made, expressions.typeOf(node, context));
      case "var_spec" -> addNamed(made, expressions.types().read(node.child("type"), context));
      case "call_expression" -> {
        Syntax function = node.child("function");
        String name = function == null ? "" : function.text();
        if (name.equals("new")) {
          addPointee(made, expressions.typeOf(node, context));
        } else if (name.equals("string")) {
          made.add(Place.of(node, context).text());
        }
      }
      default -> {
        // makes nothing that has a name
      }
    }
  }
}
