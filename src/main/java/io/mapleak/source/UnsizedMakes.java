package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps made without a size right before a loop that puts in an entry each time it goes round, where
 * the number of rounds is known beforehand.
 */
final class UnsizedMakes {
  /** Entries that every map has room for (one bucket, one group). */
  private static final long ONE_GROUP = 8;

  private final Expressions expressions;

  UnsizedMakes(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * The number of entries to come.
   *
   * @param count as Go, e.g. {@code len(rows)}
   * @param loop the loop
   */
  record Count(String count, Syntax loop) {}

  /** What a make is followed by; null where the number can't be told. */
  @Nullable Count after(Syntax made, Context context) {
    Syntax list = made.parent();
    Syntax statement = list == null ? null : list.parent();
    if (statement == null
        || !statement.is("short_var_declaration", "assignment_statement")
        || !made.text().matches("(?s)make\\(\\s*map\\[[^,]*\\)|map\\[.*\\]\\S+\\{\\}")) {
      return null;
    }
    Syntax left = statement.child("left");
    Syntax block = statement.parent();
    if (left == null || left.children().size() != 1 || block == null) {
      return null;
    }
    String name = left.children().get(0).text();
    List<Syntax> siblings = block.children();
    for (int i = siblings.indexOf(statement) + 1; i > 0 && i < siblings.size(); i++) {
      Syntax next = siblings.get(i);
      if (next.is("for_statement")) {
        return counted(next, name, context);
      }
      if (!next.is("short_var_declaration", "var_declaration", "comment")) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Count counted(Syntax loop, String name, Context context) {
    Syntax body = loop.child("body");
    if (body == null || !fills(body, name)) {
      return null;
    }
    Syntax range = loop.first("range_clause");
    if (range != null) {
      Syntax over = range.child("right");
      String count = over == null ? "" : length(over, context);
      return count.isEmpty() ? null : new Count(count, loop);
    }
    Syntax clause = loop.first("for_clause");
    Syntax condition = clause == null ? null : clause.child("condition");
    Syntax right = condition == null ? null : condition.child("right");
    boolean counts = condition != null && condition.text().matches("\\w+ *<=? *.*");
    return right == null || !counts || isFew(right.text()) ? null : new Count(right.text(), loop);
  }

  private static boolean isFew(String count) {
    return count.matches("\\d{1,9}") && Long.parseLong(count) <= ONE_GROUP;
  }

  private String length(Syntax over, Context context) {
    Type type = expressions.types().underlying(expressions.typeOf(over, context));
    boolean literal = over.all().anyMatch(node -> node.is("composite_literal"));
    boolean counted =
        type instanceof Type.Slice
            || type instanceof Type.MapOf
            || (type instanceof Type.Array array && array.length() > ONE_GROUP);
    if (!literal && counted && over.is("identifier", "selector_expression")) {
      return "len(" + over.text() + ")";
    }
    boolean whole = type instanceof Type.Basic basic && basic.text().startsWith("int");
    return whole && !isFew(over.text()) ? over.text() : "";
  }

  /** Whether every round puts in an entry. */
  private static boolean fills(Syntax body, String name) {
    for (Syntax statement : statements(body)) {
      if (statement.is("assignment_statement")) {
        Syntax left = statement.child("left");
        Syntax target = left == null || left.children().isEmpty() ? null : left.children().get(0);
        Syntax operand = target == null ? null : target.child("operand");
        if (target != null
            && target.is("index_expression")
            && operand != null
            && operand.text().equals(name)) {
          return isPlain(statement) && isOnlyUse(body, name);
        }
      } else if (!statement.is(
          "short_var_declaration", "var_declaration", "expression_statement")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isPlain(Syntax assignment) {
    Syntax operator = assignment.child("operator");
    return operator != null && operator.text().equals("=");
  }

  /** Where entries are looked up as well, keys are expected to repeat. */
  private static boolean isOnlyUse(Syntax body, String name) {
    return body.all("identifier").filter(node -> node.text().equals(name)).count() == 1;
  }

  private static List<Syntax> statements(Syntax body) {
    Syntax list = body.first("statement_list");
    return list == null ? body.children() : list.children();
  }
}
