package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.Entity;
import io.mapleak.source.tree.GoPackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of whole constants, as far as lengths of arrays need them. */
final class Constants {
  private static final int MOST_DEPTH = 32;

  private final Types types;

  Constants(Types types) {
    this.types = types;
  }

  /** The value, or -1 when it can't be told. */
  long value(@Nullable Syntax node, Context context) {
    return value(node, context, 0);
  }

  private long value(@Nullable Syntax node, Context context, int depth) {
    if (node == null || depth > MOST_DEPTH) {
      return -1;
    }
    return switch (node.kind()) {
      case "int_literal" -> literal(node.text());
      case "parenthesized_expression" -> value(node.children().get(0), context, depth + 1);
      case "identifier" -> constant(context.in(), node.text(), depth);
      case "selector_expression" -> {
        Syntax operand = node.child("operand");
        Syntax field = node.child("field");
        GoPackage of = operand == null ? null : types.imported(operand.text(), context);
        yield of == null || field == null ? -1 : constant(of, field.text(), depth);
      }
      case "binary_expression" -> {
        Syntax operator = node.child("operator");
        long left = value(node.child("left"), context, depth + 1);
        long right = value(node.child("right"), context, depth + 1);
        yield operator == null || left < 0 || right < 0 ? -1 : apply(operator.text(), left, right);
      }
      default -> -1;
    };
  }

  private long constant(GoPackage in, String name, int depth) {
    Entity entity = in.named(name);
    if (entity == null || !entity.node().is("const_spec")) {
      return -1;
    }
    List<Syntax> names = entity.node().children("name");
    Syntax values = entity.node().child("value");
    for (int i = 0; values != null && i < names.size() && i < values.children().size(); i++) {
      if (names.get(i).text().equals(name)) {
        return value(values.children().get(i), Context.of(entity), depth + 1);
      }
    }
    return -1;
  }

  private static long apply(String operator, long left, long right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> Math.max(-1, left - right);
      case "*" -> left * right;
      case "/" -> right == 0 ? -1 : left / right;
      case "<<" -> right < 62 ? left << right : -1;
      case ">>" -> right < 62 ? left >> right : 0;
      default -> -1;
    };
  }

  private static long literal(String text) {
    String digits = text.replace("_", "").replaceFirst("^0[oO]", "0");
    try {
      return digits.matches("0[bB].*")
          ? Long.parseLong(digits.substring(2), 2)
          : Long.decode(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
