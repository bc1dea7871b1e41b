package io.mapleak.source;

import io.mapleak.source.syntax.Declaration;
import io.mapleak.source.syntax.GoFile;
import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.type.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of a package, and the values of its variables, as trees that can be searched. */
final class PackageFunctions {
  private PackageFunctions() {}

  /** A tree with where it stands. */
  record Body(Syntax node, Context context) {
    /** Name of the function; empty for a variable's value. */
    String name() {
      Syntax name = node.child("name");
      return name == null || !node.kind().endsWith("_declaration") ? "" : name.text();
    }
  }

  /** Those whose text has a word; the others are not even taken over from the parser. */
  static List<Body> naming(GoPackage in, String word) {
    List<Body> bodies = new ArrayList<>();
    for (GoFile file : in.files()) {
      Context context = new Context(in, file, Map.of());
      for (Declaration declaration : file.declarations()) {
        boolean code = declaration.isFunction() || declaration.kind().equals("var_declaration");
        if (code && declaration.text().contains(word)) {
          bodies.add(new Body(declaration.syntax(), context));
        }
      }
    }
    return bodies;
  }

  /** The function, method or function literal around a node. */
  static @Nullable Syntax around(Syntax node) {
    return node.enclosing("function_declaration", "method_declaration", "func_literal");
  }

  /** Name of the declared function around a node, with its receiver's type. */
  static String nameAround(Syntax node) {
    Syntax at = node;
    while (at != null && !at.is("function_declaration", "method_declaration")) {
      at = at.parent();
    }
    Syntax name = at == null ? null : at.child("name");
    Syntax receiver = at == null ? null : at.child("receiver");
    if (name == null) {
      return "";
    }
    return receiver == null
        ? name.text()
        : receiver
            .all("type_identifier")
            .findFirst()
            .map(type -> type.text() + "." + name.text())
            .orElse(name.text());
  }
}
