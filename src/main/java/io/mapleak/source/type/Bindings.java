package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a name means inside a function (Go specification, Declarations and scope). */
public final class Bindings {
  private Bindings() {}

  /** The declaration that a name has at a node; null when it is none of the function's. */
  public static @Nullable Binding find(Syntax at, String name) {
    Binding own = declaredBy(at, name);
    if (own != null) {
      return own;
    }
    Syntax inner = at;
    Syntax outer = at.parent();
    while (outer != null) {
      Binding found = in(outer, inner, name);
      if (found != null) {
        return found;
      }
      inner = outer;
      outer = outer.parent();
    }
    return null;
  }

  /** The declaration that a node itself is the name in. */
  private static @Nullable Binding declaredBy(Syntax at, String name) {
    Syntax list = at.parent();
    Syntax statement = list == null ? null : list.parent();
    if (list == null || statement == null) {
      return null;
    }
    if (list.is("var_spec") && at.field().equals("name") && list.enclosing("block") != null) {
      return new Binding(Binding.Kind.VARIABLE, list, list.children("name").indexOf(at), name);
    }
    boolean declares =
        list.field().equals("left") && statement.is("short_var_declaration", "range_clause");
    return declares ? declared(statement, name) : null;
  }

  private static @Nullable Binding in(Syntax outer, Syntax inner, String name) {
    if (outer.is("function_declaration", "method_declaration", "func_literal")) {
      return ofFunction(outer, name);
    }
    if (outer.is("type_switch_statement")) {
      Syntax alias = outer.child("alias");
      int index = alias == null ? -1 : indexOf(alias, name);
      if (index >= 0 && alias != null && alias.start() < inner.start()) {
        return new Binding(Binding.Kind.SWITCH, outer, index, name);
      }
    }
    List<Syntax> siblings = outer.children();
    for (int i = siblings.size() - 1; i >= 0; i--) {
      Syntax sibling = siblings.get(i);
      Binding found = sibling.start() < inner.start() ? declared(sibling, name) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Binding declared(Syntax statement, String name) {
    switch (statement.kind()) {
      case "short_var_declaration", "receive_statement" -> {
        return of(Binding.Kind.SHORT, statement, name);
      }
      case "range_clause" -> {
        return of(Binding.Kind.RANGE, statement, name);
      }
      case "for_clause" -> {
        Syntax initializer = statement.child("initializer");
        return initializer == null ? null : declared(initializer, name);
      }
      case "labeled_statement" -> {
        Syntax last =
            statement.children().isEmpty()
                ? null
                : statement.children().get(statement.children().size() - 1);
        return last == null ? null : declared(last, name);
      }
      case "var_declaration", "const_declaration" -> {
        for (Syntax spec : GoPackage.specs(statement)) {
          List<Syntax> names = spec.children("name");
          for (int i = 0; i < names.size(); i++) {
            if (names.get(i).text().equals(name)) {
              Binding.Kind kind =
                  spec.is("const_spec") ? Binding.Kind.CONSTANT : Binding.Kind.VARIABLE;
              return new Binding(kind, spec, i, name);
            }
          }
        }
        return null;
      }
      default -> {
        return null;
      }
    }
  }

  private static @Nullable Binding of(Binding.Kind kind, Syntax statement, String name) {
    Syntax left = statement.child("left");
    int index = left == null ? -1 : indexOf(left, name);
    return index < 0 ? null : new Binding(kind, statement, index, name);
  }

  private static int indexOf(Syntax list, String name) {
    List<Syntax> names = list.children();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).is("identifier") && names.get(i).text().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Binding ofFunction(Syntax function, String name) {
    Binding found = parameter(function, "parameters", Binding.Kind.PARAMETER, name);
    if (found == null) {
      found = parameter(function, "receiver", Binding.Kind.RECEIVER, name);
    }
    return found == null ? parameter(function, "result", Binding.Kind.RESULT, name) : found;
  }

  private static @Nullable Binding parameter(
      Syntax function, String list, Binding.Kind kind, String name) {
    Syntax parameters = function.child(list);
    int index = 0;
    if (parameters != null && parameters.is("parameter_list")) {
      for (Syntax declared : parameters.children()) {
        List<Syntax> names = declared.children("name");
        for (Syntax of : names) {
          if (of.text().equals(name)) {
            return new Binding(kind, declared, index, name);
          }
          index++;
        }
        index += names.isEmpty() ? 1 : 0;
      }
    }
    return null;
  }
}
