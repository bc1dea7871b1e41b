package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operations on maps in a function. */
final class MapOperations {
  /** Methods of sync.Map that may allocate. */
  private static final Set<String> STORES =
      Set.of("Store", "LoadOrStore", "Swap", "CompareAndSwap", "Range", "Load");

  private final Expressions expressions;

  MapOperations(Expressions expressions) {
    this.expressions = expressions;
  }

  /** The operations of one line, the likeliest first. */
  List<MapOperation> at(Syntax function, long line, Context context) {
    List<MapOperation> found = new ArrayList<>();
    function
        .all()
        .filter(node -> node.line() <= line && line <= node.endLine())
        .forEach(
            node -> {
              MapOperation operation = of(node, context);
              if (operation != null) {
                found.add(operation);
              }
            });
    found.sort(
        Comparator.comparing((MapOperation o) -> o.node().line() != line)
            .thenComparing(MapOperation::kind)
            .thenComparing(o -> o.node().endLine() - o.node().line()));
    return found;
  }

  /** The operation that a node is; null when it is none. */
  @Nullable MapOperation of(Syntax node, Context context) {
    return switch (node.kind()) {
      case "index_expression" -> assigned(node, context);
      case "call_expression" -> call(node, context);
      case "composite_literal" -> {
        Type type = expressions.types().read(node.child("type"), context);
        yield expressions.types().underlying(type) instanceof Type.MapOf map
            ? new MapOperation(MapOperation.Kind.LITERAL, node, null, null, null, map, context)
            : null;
      }
      default -> null;
    };
  }

  private @Nullable MapOperation assigned(Syntax node, Context context) {
    Syntax statement = node.parent();
    Syntax list = statement;
    if (statement != null && statement.is("expression_list")) {
      statement = statement.parent();
    }
    boolean counts = statement != null && statement.is("inc_statement", "dec_statement");
    boolean left =
        statement != null
            && statement.is("assignment_statement")
            && list != null
            && list.field().equals("left");
    boolean ranged =
        statement != null
            && statement.is("range_clause")
            && list != null
            && list.field().equals("left");
    Syntax map = node.child("operand");
    if ((!counts && !left && !ranged) || map == null) {
      return null;
    }
    Type type = expressions.types().underlying(expressions.typeOf(map, context));
    if (!(type instanceof Type.MapOf of)) {
      return null;
    }
    Syntax value = null;
    Syntax right = statement == null ? null : statement.child("right");
    if (left && right != null && list != null) {
      int index = list.children().indexOf(node);
      value = index < right.children().size() ? right.children().get(index) : null;
    }
    return new MapOperation(
        MapOperation.Kind.ASSIGN, node, map, node.child("index"), value, of, context);
  }

  private @Nullable MapOperation call(Syntax node, Context context) {
    Syntax function = node.child("function");
    Syntax list = node.child("arguments");
    List<Syntax> arguments = list == null ? List.of() : list.children();
    if (function == null) {
      return null;
    }
    if (function.is("identifier") && function.text().equals("make") && !arguments.isEmpty()) {
      Type type = expressions.types().read(arguments.get(0), context);
      return expressions.types().underlying(type) instanceof Type.MapOf map
          ? new MapOperation(MapOperation.Kind.MAKE, node, null, null, null, map, context)
          : null;
    }
    Syntax operand = function.child("operand");
    Syntax method = function.child("field");
    if (operand == null || method == null || !function.is("selector_expression")) {
      return null;
    }
    if (operand.text().equals("maps") && !arguments.isEmpty()) {
      Type type = expressions.types().underlying(expressions.typeOf(arguments.get(0), context));
      boolean copies = method.text().equals("Copy") || method.text().equals("Clone");
      return copies && type instanceof Type.MapOf map
          ? new MapOperation(
              MapOperation.Kind.COPY, node, arguments.get(0), null, null, map, context)
          : null;
    }
    if (STORES.contains(method.text()) && isSyncMap(expressions.typeOf(operand, context))) {
      Syntax key = arguments.isEmpty() ? null : arguments.get(0);
      Syntax value = arguments.size() < 2 ? null : arguments.get(arguments.size() - 1);
      return new MapOperation(MapOperation.Kind.SYNC_MAP, node, operand, key, value, null, context);
    }
    return null;
  }

  /** Whether a type is sync.Map, a pointer to it, or a struct that embeds it. */
  boolean isSyncMap(Type type) {
    Type at = expressions.types().resolveAlias(expressions.types().pointee(type));
    return at instanceof Type.Named named
        && named.qualifier().equals("sync")
        && named.name().equals("Map");
  }
}
