package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.Entity;
import io.mapleak.source.tree.GoPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types of expressions (Go specification, Expressions), where the source tells them. */
public final class Expressions {
  /** Expressions within expressions and initializers deeper than this are given up. */
  private static final int MOST_DEPTH = 64;

  private final Types types;
  private final Members members;
  private int depth;

  /** Over these types. */
  public Expressions(Types types) {
    this.types = types;
    this.members = new Members(types);
  }

  /** Fields and methods. */
  public Members members() {
    return members;
  }

  /** Types behind names. */
  public Types types() {
    return types;
  }

  /** The type of an expression. */
  public Type typeOf(@Nullable Syntax expression, Context context) {
    if (expression == null || depth > MOST_DEPTH) {
      return new Type.Unknown("the expression is too deep");
    }
    depth++;
    try {
      return of(expression, context);
    } finally {
      depth--;
    }
  }

  private Type of(Syntax node, Context context) {
    return switch (node.kind()) {
      case "identifier" -> identifier(node, context);
      case "selector_expression" -> selector(node, context);
      case "parenthesized_expression", "literal_element" ->
          typeOf(node.children().isEmpty() ? null : node.children().get(0), context);
      case "index_expression" -> index(node, context);
      case "slice_expression" -> sliced(typeOf(node.child("operand"), context));
      case "call_expression" -> new Calls(this).typeOf(node, context);
      case "type_conversion_expression" -> new Calls(this).conversion(node, context);
      case "composite_literal" -> literal(node, context);
      case "func_literal" -> new Type.Func(node, context);
      case "type_assertion_expression" -> types.read(node.child("type"), context);
      case "type_instantiation_expression" ->
          typeOf(node.children().isEmpty() ? null : node.children().get(0), context);
      case "unary_expression" -> unary(node, context);
      case "binary_expression" -> binary(node, context);
      case "int_literal", "iota" -> Types.INT;
      case "float_literal" -> new Type.Basic("float64");
      case "imaginary_literal" -> new Type.Basic("complex128");
      case "rune_literal" -> new Type.Basic("int32");
      case "interpreted_string_literal", "raw_string_literal" -> Types.STRING;
      case "true", "false" -> Types.BOOL;
      default -> new Type.Unknown(node.kind() + " has no type that is read");
    };
  }

  private Type literal(Syntax node, Context context) {
    Type type = types.read(node.child("type"), context);
    Syntax body = node.child("body");
    return type instanceof Type.Array array && array.length() < 0 && body != null
        ? new Type.Array(body.children().size(), array.elem())
        : type;
  }

  private Type identifier(Syntax node, Context context) {
    Binding binding = Bindings.find(node, node.text());
    return binding == null ? global(context.in(), node.text()) : typeOf(binding, node, context);
  }

  /** The type of a variable, constant or function of a package. */
  Type global(GoPackage in, String name) {
    Entity function = in.function(name);
    if (function != null) {
      return new Type.Func(function.node(), Context.of(function));
    }
    Entity entity = in.named(name);
    if (entity == null) {
      return new Type.Unknown(name + " is not declared in the source at hand");
    }
    return switch (entity.node().kind()) {
      case "var_spec", "const_spec" -> {
        List<Syntax> names = entity.node().children("name");
        int index = 0;
        while (index < names.size() && !names.get(index).text().equals(name)) {
          index++;
        }
        yield spec(entity.node(), index, Context.of(entity));
      }
      default -> new Type.Unknown(name + " is a type");
    };
  }

  /** The type of a local name. */
  public Type typeOf(Binding binding, Syntax use, Context context) {
    Syntax node = binding.node();
    return switch (binding.kind()) {
      case SHORT -> part(node.child("right"), binding.index(), context);
      case VARIABLE, CONSTANT -> spec(node, binding.index(), context);
      case RANGE -> ranged(typeOf(node.child("right"), context), binding.index());
      case SWITCH -> switched(node, use, context);
      case PARAMETER, RECEIVER, RESULT -> {
        Type type = types.read(node.child("type"), context);
        yield node.is("variadic_parameter_declaration") ? new Type.Slice(type) : type;
      }
    };
  }

  private Type spec(Syntax spec, int index, Context context) {
    Syntax type = spec.child("type");
    return type != null ? types.read(type, context) : part(spec.child("value"), index, context);
  }

  /** The type of one of several values on a right side. */
  private Type part(@Nullable Syntax right, int index, Context context) {
    if (right == null) {
      return new Type.Unknown("there is no value");
    }
    List<Syntax> values = right.is("expression_list") ? right.children() : List.of(right);
    if (values.size() > 1 && index < values.size()) {
      return typeOf(values.get(index), context);
    }
    Syntax value = values.isEmpty() ? null : values.get(0);
    Type type = typeOf(value, context);
    if (type instanceof Type.Tuple tuple) {
      return index < tuple.parts().size()
          ? tuple.parts().get(index)
          : new Type.Unknown("it returns less");
    }
    return index == 0 ? type : Types.BOOL;
  }

  private Type ranged(Type over, int index) {
    Type type = types.underlying(over);
    if (type instanceof Type.Pointer pointer) {
      type = types.underlying(pointer.elem());
    }
    if (type instanceof Type.MapOf map) {
      return index == 0 ? map.key() : map.elem();
    } else if (type instanceof Type.Slice slice) {
      return index == 0 ? Types.INT : slice.elem();
    } else if (type instanceof Type.Array array) {
      return index == 0 ? Types.INT : array.elem();
    } else if (type instanceof Type.Chan chan) {
      return chan.elem();
    } else if (type instanceof Type.Basic basic) {
      return basic.text().equals("string") && index == 1 ? new Type.Basic("int32") : Types.INT;
    } else if (type instanceof Type.Func function) {
      return yielded(function, index);
    }
    return new Type.Unknown("what is ranged over is not known");
  }

  /** What an iterator hands to the body of its loop. */
  private Type yielded(Type.Func iterator, int index) {
    List<Type> taken = types.parameters(iterator.node().child("parameters"), iterator.context());
    if (taken.size() == 1 && types.underlying(taken.get(0)) instanceof Type.Func body) {
      List<Type> parts = types.parameters(body.node().child("parameters"), body.context());
      if (index < parts.size()) {
        return parts.get(index);
      }
    }
    return new Type.Unknown("the iterator is not known");
  }

  private Type switched(Syntax statement, Syntax use, Context context) {
    for (Syntax of : statement.children()) {
      if (of.is("type_case") && of.holds(use)) {
        List<Syntax> cases = of.children("type");
        if (cases.size() == 1) {
          return types.read(cases.get(0), context);
        }
      }
    }
    return typeOf(statement.child("value"), context);
  }

  private Type selector(Syntax node, Context context) {
    Syntax operand = node.child("operand");
    Syntax field = node.child("field");
    if (operand == null || field == null) {
      return new Type.Unknown("half a selector");
    }
    if (isPackage(operand, context)) {
      GoPackage of = types.imported(operand.text(), context);
      return of == null
          ? new Type.Unknown("the source of package " + operand.text() + " is not at hand")
          : global(of, field.text());
    }
    Type type = typeOf(operand, context);
    Member member = members.find(type, field.text());
    return member == null
        ? new Type.Unknown(
            type instanceof Type.Unknown unknown
                ? unknown.reason()
                : type.text() + " has no " + field.text() + " in the source at hand")
        : member.type();
  }

  /** Whether a name stands for an imported package. */
  public boolean isPackage(Syntax node, Context context) {
    return node.is("identifier")
        && Bindings.find(node, node.text()) == null
        && context.in().named(node.text()) == null
        && (types.importPath(node.text(), context) != null
            || types.imported(node.text(), context) != null);
  }

  private Type index(Syntax node, Context context) {
    Type of = typeOf(node.child("operand"), context);
    Type type = types.underlying(of);
    if (type instanceof Type.Pointer pointer) {
      type = types.underlying(pointer.elem());
    }
    if (type instanceof Type.MapOf map) {
      return map.elem();
    } else if (type instanceof Type.Slice slice) {
      return slice.elem();
    } else if (type instanceof Type.Array array) {
      return array.elem();
    } else if (type instanceof Type.Basic) {
      return Types.BYTE;
    } else if (type instanceof Type.Func function) {
      Syntax parameters = function.node().child("type_parameters");
      Syntax argument = node.child("index");
      if (parameters != null && argument != null) {
        Map<String, Type> bound = new HashMap<>(function.context().arguments());
        bound.putAll(
            Types.bind(Types.parameterNames(parameters), List.of(types.read(argument, context))));
        return new Type.Func(function.node(), function.context().with(bound));
      }
      return function;
    }
    return type instanceof Type.Unknown ? type : new Type.Unknown(of.text() + " has no elements");
  }

  private Type sliced(Type of) {
    Type type = types.underlying(of);
    if (type instanceof Type.Pointer pointer) {
      type = types.underlying(pointer.elem());
    }
    return type instanceof Type.Array array ? new Type.Slice(array.elem()) : of;
  }

  private Type unary(Syntax node, Context context) {
    Type operand = typeOf(node.child("operand"), context);
    Syntax operator = node.child("operator");
    return switch (operator == null ? "" : operator.text()) {
      case "&" -> new Type.Pointer(operand);
      case "*" -> types.pointee(operand);
      case "<-" ->
          types.underlying(operand) instanceof Type.Chan chan
              ? chan.elem()
              : new Type.Unknown("what is received from is not known");
      case "!" -> Types.BOOL;
      default -> operand;
    };
  }

  private Type binary(Syntax node, Context context) {
    Syntax operator = node.child("operator");
    String text = operator == null ? "" : operator.text();
    if (text.matches("==|!=|<|<=|>|>=|&&|\\|\\|")) {
      return Types.BOOL;
    }
    Syntax left = node.child("left");
    boolean constant = left != null && left.kind().endsWith("_literal");
    boolean shift = text.equals("<<") || text.equals(">>");
    return typeOf(constant && !shift ? node.child("right") : left, context);
  }
}
