package io.mapleak.source.type;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.syntax.Equality;
import io.mapleak.gomap.syntax.GoTypes;
import io.mapleak.gomap.syntax.TypeException;
import io.mapleak.gomap.syntax.TypeShape;
import io.mapleak.source.syntax.Syntax;

/**
 * Lays map types out: declared types are written out to what they are made of, which {@link
 * GoTypes} then measures.
 */
public final class Layouts {
  /** Structs in structs deeper than this are a cycle that no compiler takes. */
  private static final int MOST_DEPTH = 40;

  private final Types types;
  private final Members members;

  /** Of these types. */
  public Layouts(Expressions expressions) {
    this.types = expressions.types();
    this.members = expressions.members();
  }

  /**
   * A map's layout, or why it can't be told.
   *
   * @param type null when it can't
   * @param unknown the reason; empty when it can
   */
  public record Layout(@org.jspecify.annotations.Nullable MapType type, String unknown) {}

  /** The layout of a map. */
  public Layout of(Type.MapOf map) {
    try {
      String text = "map[" + written(map.key(), 0) + "]" + written(map.elem(), 0);
      return new Layout(GoTypes.standard().map(text), "");
    } catch (UnknownLayout e) {
      return new Layout(null, e.reason);
    } catch (TypeException e) {
      return new Layout(null, String.valueOf(e.getMessage()));
    }
  }

  private static final class UnknownLayout extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    UnknownLayout(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private String written(Type type, int depth) throws UnknownLayout {
    if (depth > MOST_DEPTH) {
      throw new UnknownLayout(type.text() + " holds itself");
    }
    if (type instanceof Type.Basic basic) {
      return basic.text();
    } else if (type instanceof Type.Pointer) {
      return "*byte";
    } else if (type instanceof Type.Slice) {
      return "[]byte";
    } else if (type instanceof Type.Chan) {
      return "chan byte";
    } else if (type instanceof Type.Func) {
      return "func()";
    } else if (type instanceof Type.Interface) {
      return "interface{}";
    } else if (type instanceof Type.MapOf) {
      return "map[int]byte";
    } else if (type instanceof Type.Array array) {
      if (array.length() < 0) {
        throw new UnknownLayout("the length of " + array.text() + " is not known");
      }
      return "[" + array.length() + "]" + written(array.elem(), depth + 1);
    } else if (type instanceof Type.Struct struct) {
      return struct(struct, depth);
    } else if (type instanceof Type.Named named) {
      return named(named, depth);
    } else if (type instanceof Type.Unknown unknown) {
      throw new UnknownLayout(unknown.reason());
    }
    throw new UnknownLayout("what " + type.text() + " stands for is not known");
  }

  private String named(Type.Named named, int depth) throws UnknownLayout {
    String name = named.qualifier() + "." + named.name();
    boolean library = named.in() == null || !named.in().importPath().contains(".");
    if (library && isKnown(name)) {
      return name;
    }
    return written(types.underlying(named), depth + 1);
  }

  private static boolean isKnown(String name) {
    try {
      return GoTypes.standard().type(name).type().size() >= 0;
    } catch (TypeException e) {
      return false;
    }
  }

  /**
   * Whether a type of Go's library is an interface, its source at hand or not: of the types that
   * are known by name, only those have two pointers that are compared in parts.
   */
  public static boolean isLibraryInterface(Type type) {
    if (!(type instanceof Type.Named named)) {
      return false;
    }
    try {
      TypeShape shape = GoTypes.standard().type(named.qualifier() + "." + named.name());
      return shape.equality() == Equality.SPECIAL
          && shape.type().pointers()
          && shape.type().size() == 2 * GoType.POINTER;
    } catch (TypeException e) {
      return false;
    }
  }

  private String struct(Type.Struct struct, int depth) throws UnknownLayout {
    StringBuilder out = new StringBuilder("struct{");
    Syntax list = struct.node().first("field_declaration_list");
    if (list != null) {
      for (Syntax declared : list.children()) {
        boolean embedded = Members.isEmbedded(declared);
        Type type =
            embedded
                ? members.embedded(declared, struct)
                : types.read(declared.child("type"), struct.context());
        String text = written(type, depth + 1);
        if (embedded) {
          out.append("f ").append(text).append("; ");
        }
        for (Syntax name : declared.children("name")) {
          out.append(name.text().equals("_") ? "_ " : "f ").append(text).append("; ");
        }
      }
    }
    return out.append('}').toString();
  }
}
