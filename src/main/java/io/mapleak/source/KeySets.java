package io.mapleak.source;

import io.mapleak.source.syntax.Declaration;
import io.mapleak.source.syntax.GoFile;
import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.type.Binding;
import io.mapleak.source.type.Bindings;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Type;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the keys that a statement puts in may be ever new ones. */
final class KeySets {
  /** Types of a few hundred values at most. */
  private static final Set<String> SMALL = Set.of("bool", "uint8", "int8");

  /** What a program has a fixed number of. */
  private static final Pattern FIXED = Pattern.compile("reflect\\.(Type|Kind|Method)|descpb\\..*");

  /**
   * Functions that are called once for each kind of thing that the program knows, or while it
   * starts.
   */
  private static final Pattern STARTING =
      Pattern.compile(
          "init|main|(?i:.*register.*|(?:handle|bind|define|declare|load|parse|setup|init).*)");

  private final Expressions expressions;

  KeySets(Expressions expressions) {
    this.expressions = expressions;
  }

  boolean mayGrow(MapOperation insert) {
    Syntax key = insert.key();
    Syntax function = insert.node().enclosing("function_declaration", "method_declaration");
    Syntax name = function == null ? null : function.child("name");
    if (key == null
        || name == null
        || STARTING.matcher(name.text()).matches()
        || isDecrement(insert.node())) {
      return false;
    }
    Type declared =
        insert.type() == null ? expressions.typeOf(key, insert.context()) : insert.type().key();
    Type under = expressions.types().underlying(declared);
    boolean small = under instanceof Type.Basic basic && SMALL.contains(basic.text());
    return !small
        && !FIXED.matcher(declared.text()).matches()
        && !isPool(insert.type())
        && !isConstant(key, insert.context())
        && !isEnumeration(declared)
        && !isOnlyUpdated(insert);
  }

  /** A pool for each size is made to last. */
  private static boolean isPool(Type.@Nullable MapOf type) {
    return type != null && type.elem().text().matches("\\*?sync\\.Pool");
  }

  /** Counting down expects the entry to be there. */
  private static boolean isDecrement(Syntax index) {
    Syntax statement = index.parent();
    return statement != null && statement.is("dec_statement");
  }

  /** Whether an expression is a literal or the name of a constant. */
  static boolean isConstant(Syntax key, Context context) {
    if (key.kind().endsWith("_literal") && !key.is("composite_literal", "func_literal")) {
      return true;
    }
    if (!key.is("identifier")) {
      return false;
    }
    Binding binding = Bindings.find(key, key.text());
    var entity = context.in().named(key.text());
    return binding == null
        ? entity != null && entity.node().is("const_spec")
        : binding.kind() == Binding.Kind.CONSTANT;
  }

  /** Whether a declared type has constants of its own: its values are those. */
  private static boolean isEnumeration(Type type) {
    if (!(type instanceof Type.Named named)) {
      return false;
    }
    GoPackage in = named.in();
    if (in == null) {
      return false;
    }
    for (GoFile file : in.files()) {
      for (Declaration declaration : file.declarations()) {
        if (declaration.kind().equals("const_declaration")
            && Pattern.compile("\\b" + Pattern.quote(named.name()) + "\\b")
                .matcher(declaration.text())
                .find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@code for k := range m { m[k] = ... }}: no key is new. */
  private static boolean isOnlyUpdated(MapOperation insert) {
    Syntax key = insert.key();
    Syntax map = insert.map();
    Binding binding = key == null || !key.is("identifier") ? null : Bindings.find(key, key.text());
    if (binding == null || map == null || binding.kind() != Binding.Kind.RANGE) {
      return false;
    }
    @Nullable Syntax over = binding.node().child("right");
    return over != null && binding.index() == 0 && over.text().equals(map.text());
  }
}
