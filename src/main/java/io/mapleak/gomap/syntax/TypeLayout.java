package io.mapleak.gomap.syntax;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.syntax.TypeNode.Field;
import java.util.List;

/**
 * Lays types out as gc does on 64-bit (cmd/compile/internal/types/size.go: CalcSize,
 * CalcStructSize; alg.go: AlgType).
 */
final class TypeLayout {
  /** Larger types are refused by the compiler (types.MaxWidth). */
  private static final long MAX_SIZE = 1L << 50;

  private final TypeNames names;

  TypeLayout(TypeNames names) {
    this.names = names;
  }

  /** The layout of a type; all names that it uses by value must be known. */
  TypeShape of(TypeNode node, String text) throws TypeException {
    if (node instanceof TypeNode.Name name) {
      TypeShape known = names.find(name.name());
      if (known == null) {
        throw new UnknownTypeException(name.column(), name.name());
      }
      return known.named(text);
    } else if (node instanceof TypeNode.Slice slice) {
      check(slice.elem());
      return words(text, 3, Equality.NONE);
    } else if (node instanceof TypeNode.Pointer pointer) {
      check(pointer.pointee());
      return words(text, 1, Equality.MEMORY);
    } else if (node instanceof TypeNode.Chan chan) {
      check(chan.elem());
      return words(text, 1, Equality.MEMORY);
    } else if (node instanceof TypeNode.MapOf map) {
      check(map);
      return words(text, 1, Equality.NONE);
    } else if (node instanceof TypeNode.Func) {
      return words(text, 1, Equality.NONE);
    } else if (node instanceof TypeNode.Interface) {
      return words(text, 2, Equality.SPECIAL);
    } else if (node instanceof TypeNode.Array array) {
      return array(array, text);
    } else if (node instanceof TypeNode.Struct struct) {
      return struct(struct, text);
    }
    throw new AssertionError(node);
  }

  private static TypeShape words(String text, int words, Equality equality) {
    return new TypeShape(text, (long) words * GoType.POINTER, GoType.POINTER, true, equality);
  }

  private TypeShape array(TypeNode.Array array, String text) throws TypeException {
    TypeShape elem = of(array.elem(), "");
    GoType type = elem.type();
    if (type.size() > 0 && array.length() > MAX_SIZE / type.size()) {
      throw tooLarge(array.column());
    }
    boolean plain = elem.equality() == Equality.MEMORY || elem.equality() == Equality.NONE;
    Equality equality =
        plain || array.length() == 1
            ? elem.equality()
            : array.length() == 0 ? Equality.MEMORY : Equality.SPECIAL;
    return new TypeShape(
        text,
        type.size() * array.length(),
        type.align(),
        type.pointers() && array.length() > 0,
        equality);
  }

  private TypeShape struct(TypeNode.Struct struct, String text) throws TypeException {
    List<Field> fields = struct.fields();
    long end = 0;
    int align = 1;
    boolean pointers = false;
    boolean comparable = true;
    boolean gaps = false;
    boolean plain = true;
    TypeShape last = null;
    for (Field field : fields) {
      last = of(field.type(), "");
      GoType type = last.type();
      long start = roundUp(end, type.align());
      gaps |= start != end;
      end = start + type.size();
      if (end > MAX_SIZE) {
        throw tooLarge(struct.column());
      }
      align = Math.max(align, type.align());
      pointers |= type.pointers();
      comparable &= last.equality() != Equality.NONE;
      plain &= last.equality() == Equality.MEMORY && !field.blank();
    }
    // a pointer to the last field must not point behind the struct
    long content = end > 0 && last != null && last.type().size() == 0 ? end + 1 : end;
    long size = roundUp(content, align);
    gaps |= size != end;
    Equality equality;
    if (!comparable) {
      equality = Equality.NONE;
    } else if (fields.size() == 1 && last != null && !fields.get(0).blank()) {
      equality = last.equality();
    } else {
      equality = plain && !gaps ? Equality.MEMORY : Equality.SPECIAL;
    }
    return new TypeShape(text, size, align, pointers, equality);
  }

  /**
   * Looks for what no Go program can say in a type that is only pointed to; names in it need not be
   * known.
   */
  private void check(TypeNode node) throws TypeException {
    if (node instanceof TypeNode.MapOf map) {
      check(map.key());
      check(map.elem());
      if (sizeKnown(map.key())) {
        requireComparable(map, of(map.key(), map.keyText()));
      }
    } else if (node instanceof TypeNode.Pointer pointer) {
      check(pointer.pointee());
    } else if (node instanceof TypeNode.Slice slice) {
      check(slice.elem());
    } else if (node instanceof TypeNode.Chan chan) {
      check(chan.elem());
    } else if (node instanceof TypeNode.Array array) {
      check(array.elem());
    } else if (node instanceof TypeNode.Struct struct) {
      for (Field field : struct.fields()) {
        check(field.type());
      }
    }
  }

  /** Whether all names that the type uses by value are known. */
  private boolean sizeKnown(TypeNode node) {
    if (node instanceof TypeNode.Name name) {
      return names.find(name.name()) != null;
    } else if (node instanceof TypeNode.Array array) {
      return sizeKnown(array.elem());
    } else if (node instanceof TypeNode.Struct struct) {
      return struct.fields().stream().allMatch(field -> sizeKnown(field.type()));
    }
    return true;
  }

  /** Refuses a map whose keys can't be compared. */
  static void requireComparable(TypeNode.MapOf map, TypeShape key) throws TypeException {
    if (key.equality() == Equality.NONE) {
      throw new TypeException(map.key().column(), notComparable(map.keyText()));
    }
  }

  /** Why a type can't be a key. */
  static String notComparable(String type) {
    return type
        + " can't be a map's key: slices, maps, functions and what holds them can't be compared";
  }

  private static TypeException tooLarge(int column) {
    return new TypeException(column, "a type of more than 2^50 bytes is refused by the compiler");
  }

  private static long roundUp(long bytes, int align) {
    return (bytes + align - 1) / align * align;
  }
}
