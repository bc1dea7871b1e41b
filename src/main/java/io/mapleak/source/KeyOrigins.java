package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.type.Binding;
import io.mapleak.source.type.Bindings;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows a string back to a conversion from bytes: through local names, what callers of the
 * package hand over, what its functions return, and the functions of package strings that return a
 * part of what they are given (and so keep all of it alive).
 */
final class KeyOrigins {
  /** Steps back through functions. */
  private static final int MOST_STEPS = 5;

  /** Functions of package strings whose result shares the memory of their first argument. */
  private static final Set<String> PARTS =
      Set.of(
          "TrimSpace",
          "Trim",
          "TrimLeft",
          "TrimRight",
          "TrimPrefix",
          "TrimSuffix",
          "TrimFunc",
          "Split",
          "SplitN",
          "SplitAfter",
          "Fields",
          "FieldsFunc",
          "Cut",
          "CutPrefix",
          "CutSuffix");

  private final Expressions expressions;
  private final Set<Object> visited = new HashSet<>();

  KeyOrigins(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * A conversion that a key may come from.
   *
   * @param at the conversion
   * @param part whether the key is only a part of its result
   * @param text Go text of it
   */
  record Origin(Place at, boolean part, String text) {}

  /** The conversions that an expression may come from; empty when none is found. */
  List<Origin> of(@Nullable Syntax expression, Context context) {
    List<Origin> origins = new ArrayList<>();
    if (expression != null) {
      trace(expression, context, false, 0, origins);
    }
    return origins.stream().distinct().toList();
  }

  private void trace(Syntax node, Context context, boolean part, int steps, List<Origin> origins) {
    if (steps > MOST_STEPS || !visited.add(List.of(node, part))) {
      return;
    }
    switch (node.kind()) {
      case "parenthesized_expression" ->
          node.children().forEach(inner -> trace(inner, context, part, steps, origins));
      case "slice_expression", "index_expression" -> {
        Syntax operand = node.child("operand");
        if (operand != null && mayBeText(operand, context)) {
          trace(operand, context, node.is("slice_expression") || part, steps, origins);
        }
      }
      case "identifier" -> identifier(node, context, part, steps, origins);
      case "call_expression" -> call(node, context, part, steps, origins);
      case "type_conversion_expression" -> {
        Syntax operand = node.child("operand");
        if (operand != null) {
          trace(operand, context, part, steps, origins);
        }
      }
      default -> {
        // made anew, or from where this does not follow
      }
    }
  }

  /** Whether it is a string or strings; what Go's own library returns may not be at hand. */
  private boolean mayBeText(Syntax node, Context context) {
    Type type = expressions.types().underlying(expressions.typeOf(node, context));
    return type instanceof Type.Slice slice
        ? isString(slice.elem())
        : isString(type) || (type instanceof Type.Unknown && node.is("call_expression"));
  }

  private boolean isString(Type type) {
    return expressions.types().underlying(type) instanceof Type.Basic basic
        && basic.text().equals("string");
  }

  private boolean isBytes(Syntax node, Context context) {
    Type type = expressions.types().underlying(expressions.typeOf(node, context));
    return type instanceof Type.Slice slice
        && expressions.types().underlying(slice.elem()) instanceof Type.Basic basic
        && basic.text().equals("uint8");
  }

  private void call(Syntax node, Context context, boolean part, int steps, List<Origin> origins) {
    Syntax function = node.child("function");
    Syntax list = node.child("arguments");
    if (function == null || list == null || list.children().isEmpty()) {
      if (function != null) {
        returned(function, context, part, steps, origins);
      }
      return;
    }
    Syntax first = list.children().get(0);
    Type converted =
        function.is("identifier", "selector_expression")
            ? expressions.types().underlying(expressions.typeOf(node, context))
            : new Type.Unknown("");
    boolean conversion = isConversion(function, context);
    if (conversion && isString(converted)) {
      if (isBytes(first, context)) {
        origins.add(new Origin(Place.of(node, context), part, node.text()));
      } else {
        trace(first, context, part, steps, origins);
      }
      return;
    }
    Syntax field = function.child("field");
    if (function.text().startsWith("strings.") && field != null) {
      if (PARTS.contains(field.text())) {
        trace(first, context, true, steps, origins);
      }
      return;
    }
    returned(function, context, part, steps, origins);
  }

  private boolean isConversion(Syntax function, Context context) {
    if (!function.is("identifier")) {
      return false;
    }
    String name = function.text();
    return Bindings.find(function, name) == null
        && context.in().function(name) == null
        && (name.equals("string") || context.in().named(name) != null);
  }

  /** What a function of the same package returns. */
  private void returned(
      Syntax function, Context context, boolean part, int steps, List<Origin> origins) {
    Type type = expressions.typeOf(function, context);
    if (!(type instanceof Type.Func func) || func.node().child("body") == null) {
      return;
    }
    Syntax declared = func.node();
    Syntax body = declared.child("body");
    if (body != null && func.context().in() == context.in()) {
      body.all("return_statement")
          .filter(statement -> PackageFunctions.around(statement) == declared)
          .flatMap(statement -> statement.children().stream())
          .filter(values -> !values.children().isEmpty())
          .forEach(
              values -> trace(values.children().get(0), func.context(), part, steps + 1, origins));
    }
  }

  private void identifier(
      Syntax node, Context context, boolean part, int steps, List<Origin> origins) {
    Binding binding = Bindings.find(node, node.text());
    if (binding == null) {
      return;
    }
    switch (binding.kind()) {
      case SHORT, VARIABLE -> {
        Syntax values =
            binding.node().child(binding.kind() == Binding.Kind.SHORT ? "right" : "value");
        value(values, binding.index(), context, part, steps, origins);
        reassigned(node, binding, context, part, steps, origins);
      }
      case RANGE -> {
        Syntax over = binding.node().child("right");
        if (over != null && binding.index() == 1 && mayBeText(over, context)) {
          trace(over, context, part, steps, origins);
        }
      }
      case PARAMETER -> callers(binding, context, part, steps, origins);
      default -> {
        // no value of this function
      }
    }
  }

  private void value(
      @Nullable Syntax values,
      int index,
      Context context,
      boolean part,
      int steps,
      List<Origin> origins) {
    if (values != null && !values.children().isEmpty()) {
      int at = values.children().size() > index ? index : 0;
      trace(values.children().get(at), context, part, steps, origins);
    }
  }

  private void reassigned(
      Syntax use, Binding binding, Context context, boolean part, int steps, List<Origin> origins) {
    Syntax function = PackageFunctions.around(use);
    if (function == null) {
      return;
    }
    function
        .all("assignment_statement")
        .filter(statement -> statement.end() <= use.start())
        .forEach(
            statement -> {
              Syntax left = statement.child("left");
              Syntax right = statement.child("right");
              for (int i = 0; left != null && i < left.children().size(); i++) {
                if (left.children().get(i).text().equals(binding.name())) {
                  value(right, i, context, part, steps, origins);
                }
              }
            });
  }

  /** What the package's own callers hand over. */
  private void callers(
      Binding binding, Context context, boolean part, int steps, List<Origin> origins) {
    Syntax function = PackageFunctions.around(binding.node());
    Syntax name = function == null ? null : function.child("name");
    if (function == null || name == null) {
      return;
    }
    String of = name.text();
    for (PackageFunctions.Body body : PackageFunctions.naming(context.in(), of + "(")) {
      body.node()
          .all("call_expression")
          .filter(call -> calls(call, of, function, body.context()))
          .forEach(
              call -> {
                Syntax list = call.child("arguments");
                if (list != null && list.children().size() > binding.index()) {
                  trace(
                      list.children().get(binding.index()),
                      body.context(),
                      part,
                      steps + 1,
                      origins);
                }
              });
    }
  }

  private boolean calls(Syntax call, String name, Syntax function, Context context) {
    Syntax callee = call.child("function");
    if (callee == null) {
      return false;
    }
    Syntax field = callee.child("field");
    boolean named = field == null ? callee.text().equals(name) : field.text().equals(name);
    return named
        && expressions.typeOf(callee, context) instanceof Type.Func func
        && (func.node() == function || func.node().is("method_elem"));
  }
}
