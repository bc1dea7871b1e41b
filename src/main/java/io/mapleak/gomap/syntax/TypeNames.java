package io.mapleak.gomap.syntax;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types known by name: predeclared ones, and what was defined beside them. */
final class TypeNames {
  private static final Map<String, TypeShape> PREDECLARED = new HashMap<>();

  static {
    plain(1, "bool", "byte", "int8", "uint8");
    plain(2, "int16", "uint16");
    plain(4, "int32", "uint32", "rune");
    plain(8, "int", "uint", "int64", "uint64", "uintptr");
    predeclare("float32", 4, 4, false, Equality.SPECIAL);
    predeclare("float64", 8, 8, false, Equality.SPECIAL);
    predeclare("complex64", 8, 4, false, Equality.SPECIAL);
    predeclare("complex128", 16, 8, false, Equality.SPECIAL);
    predeclare("string", 16, 8, true, Equality.STRING);
    predeclare("any", 16, 8, true, Equality.SPECIAL);
    predeclare("error", 16, 8, true, Equality.SPECIAL);
    predeclare("unsafe.Pointer", 8, 8, true, Equality.MEMORY);
  }

  private final Map<String, TypeShape> defined;

  private TypeNames(Map<String, TypeShape> defined) {
    this.defined = defined;
  }

  /** Only what Go knows by itself. */
  static TypeNames predeclared() {
    return new TypeNames(Map.of());
  }

  /** These names and one more, which may hide one defined before. */
  TypeNames with(String name, TypeShape shape) {
    Map<String, TypeShape> more = new HashMap<>(defined);
    more.put(name, shape);
    return new TypeNames(more);
  }

  /** The type of this name, without or with the path of its package; null where none is known. */
  @Nullable TypeShape find(String name) {
    TypeShape shape = defined.get(name);
    if (shape == null) {
      shape = PREDECLARED.get(name);
    }
    int slash = name.lastIndexOf('/');
    return shape == null && slash >= 0 ? find(name.substring(slash + 1)) : shape;
  }

  /** Whether Go gives the name its meaning. */
  static boolean isPredeclared(String name) {
    return PREDECLARED.containsKey(name);
  }

  private static void plain(int size, String... names) {
    for (String name : names) {
      predeclare(name, size, size, false, Equality.MEMORY);
    }
  }

  private static void predeclare(
      String name, long size, int align, boolean pointers, Equality equality) {
    PREDECLARED.put(name, new TypeShape(name, size, align, pointers, equality));
  }
}
