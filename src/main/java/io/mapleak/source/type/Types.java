package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.Entity;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.tree.GoPackages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads types where they stand, and looks through their names. Not thread-safe. */
public final class Types {
  static final Type INT = new Type.Basic("int");
  static final Type BOOL = new Type.Basic("bool");
  static final Type STRING = new Type.Basic("string");
  static final Type BYTE = new Type.Basic("byte");
  static final Type ERROR = new Type.Basic("error");

  private static final Set<String> PREDECLARED =
      Set.of(
          "bool",
          "byte",
          "int8",
          "uint8",
          "int16",
          "uint16",
          "int32",
          "uint32",
          "rune",
          "int",
          "uint",
          "int64",
          "uint64",
          "uintptr",
          "float32",
          "float64",
          "complex64",
          "complex128",
          "string",
          "any",
          "error",
          "comparable");

  /** Names that stand for names: more in a row is a cycle. */
  private static final int MOST_NAMES = 32;

  private final GoPackages packages;

  /** Types of these packages. */
  public Types(GoPackages packages) {
    this.packages = packages;
  }

  /** The type that a node says. */
  public Type read(@Nullable Syntax node, Context context) {
    if (node == null) {
      return new Type.Unknown("no type is written");
    }
    return switch (node.kind()) {
      case "type_identifier", "identifier" -> named(node, context, List.of());
      case "qualified_type" -> qualified(node, context, List.of());
      case "generic_type" -> {
        Syntax type = node.child("type");
        List<Type> arguments = arguments(node.child("type_arguments"), context);
        yield type == null
            ? unread(node)
            : type.is("qualified_type")
                ? qualified(type, context, arguments)
                : named(type, context, arguments);
      }
      case "pointer_type" -> new Type.Pointer(read(only(node), context));
      case "slice_type" -> new Type.Slice(read(node.child("element"), context));
      case "array_type" ->
          new Type.Array(
              new Constants(this).value(node.child("length"), context),
              read(node.child("element"), context));
      case "implicit_length_array_type" -> new Type.Array(-1, read(node.child("element"), context));
      case "map_type" ->
          new Type.MapOf(read(node.child("key"), context), read(node.child("value"), context));
      case "channel_type" -> new Type.Chan(read(node.child("value"), context));
      case "function_type" -> new Type.Func(node, context);
      case "interface_type" -> new Type.Interface(node, context);
      case "struct_type" -> new Type.Struct(node, context);
      case "parenthesized_type", "type_elem", "type_constraint", "parenthesized_expression" ->
          read(only(node), context);
      case "unary_expression" -> new Type.Pointer(read(node.child("operand"), context));
      case "selector_expression" -> qualified(node, context, List.of());
      default -> unread(node);
    };
  }

  private static @Nullable Syntax only(Syntax node) {
    return node.children().size() == 1 ? node.children().get(0) : null;
  }

  private static Type unread(Syntax node) {
    return new Type.Unknown(node.kind() + " is not read as a type");
  }

  List<Type> arguments(@Nullable Syntax list, Context context) {
    List<Type> arguments = new ArrayList<>();
    if (list != null) {
      list.children().forEach(argument -> arguments.add(read(argument, context)));
    }
    return arguments;
  }

  private Type named(Syntax node, Context context, List<Type> arguments) {
    String name = node.text();
    Type bound = context.arguments().get(name);
    if (bound != null) {
      return bound;
    }
    Syntax local = localType(node, name);
    if (local != null) {
      return new Type.Named(context.in(), context.in().name(), name, arguments, local);
    }
    if (isTypeParameter(node, name)) {
      return new Type.Parameter(name);
    }
    Entity entity = context.in().named(name);
    if (entity != null && entity.node().is("type_spec", "type_alias")) {
      return new Type.Named(context.in(), context.in().name(), name, arguments, null);
    }
    return PREDECLARED.contains(name)
        ? new Type.Basic(name)
        : new Type.Unknown("the type " + name + " is not declared in the source at hand");
  }

  private static @Nullable Syntax localType(Syntax node, String name) {
    Syntax block = node.enclosing("block");
    while (block != null) {
      for (Syntax declared : block.all("type_declaration").toList()) {
        for (Syntax spec : declared.children()) {
          Syntax of = spec.child("name");
          if (of != null && of.text().equals(name) && !spec.holds(node)) {
            return spec;
          }
        }
      }
      block = block.enclosing("block");
    }
    return null;
  }

  /** Whether the declaration around a node has a type parameter of the name. */
  private static boolean isTypeParameter(Syntax node, String name) {
    for (Syntax at = node; at != null; at = at.parent()) {
      Syntax list = at.child("type_parameters");
      if (list != null && parameterNames(list).contains(name)) {
        return true;
      }
      Syntax receiver = at.child("receiver");
      if (receiver != null
          && receiver
              .all("type_arguments")
              .flatMap(a -> a.children().stream())
              .anyMatch(a -> a.text().equals(name))) {
        return true;
      }
    }
    return false;
  }

  static List<String> parameterNames(Syntax list) {
    List<String> names = new ArrayList<>();
    for (Syntax declared : list.children()) {
      declared.children("name").forEach(name -> names.add(name.text()));
    }
    return names;
  }

  private Type qualified(Syntax node, Context context, List<Type> arguments) {
    List<Syntax> parts = node.children();
    if (parts.size() < 2) {
      return unread(node);
    }
    String qualifier = parts.get(0).text();
    String name = parts.get(1).text();
    if (qualifier.equals("unsafe") && name.equals("Pointer")) {
      return new Type.Basic("unsafe.Pointer");
    }
    GoPackage in = imported(qualifier, context);
    return new Type.Named(in, qualifier, name, arguments, null);
  }

  /** The import path that a name stands for in a file; null when it is none. */
  public @Nullable String importPath(String name, Context context) {
    return context.in().imports(context.file()).get(name);
  }

  /** The package that a name stands for in a file; null when its source is not at hand. */
  @Nullable GoPackage imported(String name, Context context) {
    Map<String, String> imports = context.in().imports(context.file());
    String path = imports.get(name);
    if (path != null) {
      return packages.imported(context.in(), path);
    }
    for (String other : imports.values()) {
      if (other.contains(name)) {
        GoPackage of = packages.imported(context.in(), other);
        if (of != null && of.name().equals(name)) {
          return of;
        }
      }
    }
    return null;
  }

  /** The type behind a name, and behind that one's name, and so on. */
  public Type underlying(Type type) {
    Type at = type;
    for (int i = 0; i < MOST_NAMES && at instanceof Type.Named named; i++) {
      at = declared(named);
    }
    if (at instanceof Type.Basic basic && basic.text().equals("byte")) {
      return new Type.Basic("uint8");
    }
    return at;
  }

  private Type declared(Type.Named named) {
    Entity entity = entity(named);
    if (entity == null) {
      return new Type.Unknown("the source of " + named.text() + " is not at hand");
    }
    Context context = Context.of(entity);
    Syntax parameters = entity.node().child("type_parameters");
    if (parameters != null) {
      context = context.with(bind(parameterNames(parameters), named.arguments()));
    }
    return read(entity.node().child("type"), context);
  }

  /** Where a type is declared; null when its source is not at hand. */
  public @Nullable Entity entity(Type.Named named) {
    GoPackage in = named.in();
    if (in == null) {
      return null;
    }
    if (named.local() != null) {
      return new Entity(in, in.files().get(0), named.local());
    }
    Entity entity = in.named(named.name());
    return entity != null && entity.node().is("type_spec", "type_alias") ? entity : null;
  }

  /** The first type behind a name that is no alias; aliases of named types are those types. */
  public Type resolveAlias(Type type) {
    Type at = type;
    for (int i = 0; i < MOST_NAMES && at instanceof Type.Named named; i++) {
      Entity entity = entity(named);
      if (entity == null || !entity.node().is("type_alias")) {
        return at;
      }
      at = declared(named);
    }
    return at;
  }

  static Map<String, Type> bind(List<String> names, List<Type> arguments) {
    Map<String, Type> bound = new HashMap<>();
    for (int i = 0; i < names.size() && i < arguments.size(); i++) {
      if (!(arguments.get(i) instanceof Type.Unknown)) {
        bound.put(names.get(i), arguments.get(i));
      }
    }
    return bound;
  }

  /** What a pointer points to; any other type itself. */
  public Type pointee(Type type) {
    Type under = resolveAlias(type);
    return under instanceof Type.Pointer pointer
        ? pointer.elem()
        : under instanceof Type.Named && underlying(under) instanceof Type.Pointer behind
            ? behind.elem()
            : under;
  }

  /** What a function returns: one type, or several as a {@link Type.Tuple}. */
  public Type result(Type.Func function) {
    Syntax result = function.node().child("result");
    if (result == null) {
      return new Type.Tuple(List.of());
    }
    if (!result.is("parameter_list")) {
      return read(result, function.context());
    }
    List<Type> parts = parameters(result, function.context());
    return parts.size() == 1 ? parts.get(0) : new Type.Tuple(parts);
  }

  /** Types of a list of parameters, one for each name; a variadic one is a slice. */
  List<Type> parameters(@Nullable Syntax list, Context context) {
    List<Type> types = new ArrayList<>();
    if (list != null) {
      for (Syntax declared : list.children()) {
        Type type = read(declared.child("type"), context);
        Type as = declared.is("variadic_parameter_declaration") ? new Type.Slice(type) : type;
        int names = Math.max(1, declared.children("name").size());
        for (int i = 0; i < names; i++) {
          types.add(as);
        }
      }
    }
    return types;
  }
}
