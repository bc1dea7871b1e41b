package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.Entity;
import io.mapleak.source.tree.GoPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types of calls: conversions, built-in functions, functions and methods. */
final class Calls {
  private static final Set<String> CONVERSIONS =
      Set.of(
          "string", "byte", "rune", "int", "int8", "int16", "int32", "int64", "uint", "uint8",
          "uint16", "uint32", "uint64", "uintptr", "float32", "float64", "bool", "any", "error");

  private final Expressions expressions;
  private final Types types;

  Calls(Expressions expressions) {
    this.expressions = expressions;
    this.types = expressions.types();
  }

  Type typeOf(Syntax call, Context context) {
    Syntax function = call.child("function");
    Syntax list = call.child("arguments");
    List<Syntax> arguments = list == null ? List.of() : list.children();
    if (function == null) {
      return new Type.Unknown("a call of nothing");
    }
    if (function.is("identifier") && Bindings.find(function, function.text()) == null) {
      Type known = byName(function.text(), function, arguments, context);
      if (known != null) {
        return known;
      }
    }
    Type converted = conversionTo(function, context);
    if (converted != null) {
      return converted;
    }
    Type callee = types.underlying(expressions.typeOf(function, context));
    if (callee instanceof Type.Func func) {
      return types.result(inferred(func, call.child("type_arguments"), arguments, context));
    }
    return callee instanceof Type.Unknown
        ? callee
        : new Type.Unknown(function.text() + " is no function");
  }

  /** {@code T[A](x)} and {@code []byte(x)}: the grammar can't tell the first from a call. */
  Type conversion(Syntax node, Context context) {
    Syntax type = node.child("type");
    if (type != null && type.is("generic_type")) {
      Syntax name = type.child("type");
      Entity function = name == null ? null : functionOf(name, context);
      if (function != null) {
        Syntax parameters = function.node().child("type_parameters");
        List<Type> arguments = types.arguments(type.child("type_arguments"), context);
        Map<String, Type> bound =
            parameters == null ? Map.of() : Types.bind(Types.parameterNames(parameters), arguments);
        return types.result(new Type.Func(function.node(), Context.of(function).with(bound)));
      }
    }
    return types.read(type, context);
  }

  private @Nullable Entity functionOf(Syntax name, Context context) {
    if (!name.is("qualified_type")) {
      return context.in().function(name.text());
    }
    GoPackage of = types.imported(name.children().get(0).text(), context);
    return of == null ? null : of.function(name.children().get(1).text());
  }

  private @Nullable Type byName(
      String name, Syntax function, List<Syntax> arguments, Context context) {
    if (context.in().function(name) != null) {
      return null;
    }
    Syntax first = arguments.isEmpty() ? null : arguments.get(0);
    switch (name) {
      case "make" -> {
        return types.read(first, context);
      }
      case "new" -> {
        return new Type.Pointer(types.read(first, context));
      }
      case "append" -> {
        return expressions.typeOf(first, context);
      }
      case "len", "cap", "copy" -> {
        return Types.INT;
      }
      case "min", "max" -> {
        return expressions.typeOf(first, context);
      }
      default -> {
        if (CONVERSIONS.contains(name) || context.arguments().containsKey(name)) {
          return types.read(function, context);
        }
        Entity entity = context.in().named(name);
        return entity != null && entity.node().is("type_spec", "type_alias")
            ? types.read(function, context)
            : null;
      }
    }
  }

  /** The type of a conversion by a name that isn't simple; null when it is a call. */
  private @Nullable Type conversionTo(Syntax function, Context context) {
    if (function.is("parenthesized_expression")) {
      Syntax inner = function.children().isEmpty() ? null : function.children().get(0);
      return inner != null && !inner.is("func_literal", "selector_expression", "call_expression")
          ? types.read(inner, context)
          : null;
    }
    if (function.is("selector_expression")) {
      Syntax operand = function.child("operand");
      Syntax field = function.child("field");
      if (operand != null && field != null && expressions.isPackage(operand, context)) {
        GoPackage of = types.imported(operand.text(), context);
        Entity entity = of == null ? null : of.named(field.text());
        return entity != null && entity.node().is("type_spec", "type_alias")
            ? types.read(function, context)
            : null;
      }
    }
    return null;
  }

  /** A generic function with its type parameters bound, by hand or by its arguments. */
  private Type.Func inferred(
      Type.Func function, @Nullable Syntax given, List<Syntax> arguments, Context context) {
    Syntax parameters = function.node().child("type_parameters");
    if (parameters == null) {
      return function;
    }
    List<String> names = Types.parameterNames(parameters);
    Map<String, Type> bound = new HashMap<>(function.context().arguments());
    bound.putAll(Types.bind(names, types.arguments(given, context)));
    List<Type> declared = types.parameters(function.node().child("parameters"), function.context());
    for (int i = 0; i < declared.size() && i < arguments.size(); i++) {
      unify(declared.get(i), expressions.typeOf(arguments.get(i), context), bound);
    }
    bound.keySet().retainAll(names);
    return new Type.Func(function.node(), function.context().with(bound));
  }

  private static void unify(Type declared, Type given, Map<String, Type> bound) {
    if (declared instanceof Type.Parameter parameter) {
      if (!(given instanceof Type.Unknown)) {
        bound.putIfAbsent(parameter.text(), given);
      }
    } else if (declared instanceof Type.Pointer a && given instanceof Type.Pointer b) {
      unify(a.elem(), b.elem(), bound);
    } else if (declared instanceof Type.Slice a && given instanceof Type.Slice b) {
      unify(a.elem(), b.elem(), bound);
    } else if (declared instanceof Type.MapOf a && given instanceof Type.MapOf b) {
      unify(a.key(), b.key(), bound);
      unify(a.elem(), b.elem(), bound);
    } else if (declared instanceof Type.Named a && given instanceof Type.Named b) {
      for (int i = 0; i < a.arguments().size() && i < b.arguments().size(); i++) {
        unify(a.arguments().get(i), b.arguments().get(i), bound);
      }
    }
  }
}
