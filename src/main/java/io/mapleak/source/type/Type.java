package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Go type, as the source tells it. {@link #text} spells it as people do. Immutable. */
public sealed interface Type {
  /** Go spelling, with packages by their names. */
  String text();

  /** A predeclared type; constants without a type have that of their default. */
  record Basic(String text) implements Type {}

  /**
   * A declared type.
   *
   * @param in its package; null when its source is not at hand
   * @param qualifier name of the package
   * @param name its name
   * @param arguments type arguments
   * @param local where it is declared when that is in a function; else null
   */
  record Named(
      @Nullable GoPackage in,
      String qualifier,
      String name,
      List<Type> arguments,
      @Nullable Syntax local)
      implements Type {
    public Named {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String text() {
      String list =
          arguments.isEmpty()
              ? ""
              : arguments.stream().map(Type::text).collect(Collectors.joining(", ", "[", "]"));
      return qualifier + "." + name + list;
    }
  }

  /** {@code *T}. */
  record Pointer(Type elem) implements Type {
    @Override
    public String text() {
      return "*" + elem.text();
    }
  }

  /** {@code []T}. */
  record Slice(Type elem) implements Type {
    @Override
    public String text() {
      return "[]" + elem.text();
    }
  }

  /**
   * {@code [N]T}.
   *
   * @param length -1 when it can't be told
   */
  record Array(long length, Type elem) implements Type {
    @Override
    public String text() {
      return "[" + (length < 0 ? "?" : length) + "]" + elem.text();
    }
  }

  /** {@code map[K]V}. */
  record MapOf(Type key, Type elem) implements Type {
    @Override
    public String text() {
      return "map[" + key.text() + "]" + elem.text();
    }
  }

  /** {@code chan T}. */
  record Chan(Type elem) implements Type {
    @Override
    public String text() {
      return "chan " + elem.text();
    }
  }

  /**
   * {@code func(...) ...}.
   *
   * @param node what has its parameters and results
   * @param context in which they are to be read
   */
  record Func(Syntax node, Context context) implements Type {
    @Override
    public String text() {
      Syntax parameters = node.child("parameters");
      Syntax result = node.child("result");
      return "func"
          + (parameters == null ? "()" : parameters.text())
          + (result == null ? "" : " " + result.text());
    }
  }

  /** {@code interface{...}}. */
  record Interface(Syntax node, Context context) implements Type {
    @Override
    public String text() {
      return node.children().isEmpty() ? "any" : "interface{...}";
    }
  }

  /** {@code struct{...}}. */
  record Struct(Syntax node, Context context) implements Type {
    @Override
    public String text() {
      String text = node.text();
      return text.indexOf('\n') < 0 ? text : "struct{...}";
    }
  }

  /** A type parameter that stands for no type that is known. */
  record Parameter(String text) implements Type {}

  /** What a function with several results returns. */
  record Tuple(List<Type> parts) implements Type {
    public Tuple {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return parts.stream().map(Type::text).collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /** It can't be told. */
  record Unknown(String reason) implements Type {
    @Override
    public String text() {
      return "?";
    }
  }
}
