package io.mapleak.replay;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.syntax.GoTypes;
import io.mapleak.gomap.syntax.TypeException;
import java.util.ArrayList;
import java.util.List;

/**
 * A map type whose slots have a given size: profiles tell sizes, not types. Sizes and pointers are
 * all that decides what a map allocates.
 *
 * @param definitions of the named types that it uses
 */
record SlotType(List<String> definitions, MapType type) {
  /** Bytes of a string, and of an interface. */
  private static final int STRING = 16;

  private static final int WORD = 8;

  SlotType {
    definitions = List.copyOf(definitions);
  }

  /**
   * A type for slots of so many bytes.
   *
   * @param pointers whether slots hold pointers
   * @param swiss whether slots are padded: then a zero-size elem takes room
   */
  static SlotType of(int slotBytes, boolean pointers, boolean swiss) {
    if (slotBytes % WORD == 0 && slotBytes > STRING) {
      return pointers
          ? sized("string", slotBytes - STRING, WORD, true)
          : sized("[16]byte", slotBytes - STRING, WORD, false);
    }
    if (slotBytes == STRING) {
      return pointers ? of(List.of(), "uint64", "*Value") : of(List.of(), "uint64", "int64");
    }
    if (slotBytes == WORD && !swiss) {
      return of(List.of(), pointers ? "*Key" : "uint64", "struct{}");
    }
    int unit = slotBytes % 8 == 0 ? 4 : slotBytes % 4 == 0 ? 2 : 1;
    int key = slotBytes == 1 ? 1 : slotBytes / 2 / unit * unit;
    String keyType = "Key=" + key + ":" + unit;
    return slotBytes == key
        ? of(List.of(keyType), "Key", "struct{}")
        : of(List.of(keyType, "Value=" + (slotBytes - key) + ":" + unit), "Key", "Value");
  }

  /** Pointers as elems of a sync.Map; keys are strings, which are boxed, or pointers. */
  static SlotType boxed(boolean strings) {
    return of(List.of(), strings ? "string" : "*Key", "*Value");
  }

  private static SlotType sized(String key, int elem, int align, boolean pointers) {
    if (pointers && elem == WORD) {
      return of(List.of(), key, "*Value");
    }
    if (elem > GoType.MAX_INLINE) {
      String wide = "Key=" + (STRING + elem - GoType.MAX_INLINE) + ":" + align;
      String value = "Value=" + GoType.MAX_INLINE + ":" + align;
      String suffix = pointers ? ":pointers" : "";
      return of(List.of(wide + suffix, value + suffix), "Key", "Value");
    }
    return of(List.of("Value=" + elem + ":" + align + (pointers ? ":pointers" : "")), key, "Value");
  }

  private static SlotType of(List<String> definitions, String key, String elem) {
    try {
      GoTypes types = GoTypes.standard();
      for (String definition : definitions) {
        types = types.with(definition);
      }
      return new SlotType(definitions, types.map(types.key(key), types.type(elem)));
    } catch (TypeException e) {
      throw new IllegalStateException(new ArrayList<>(definitions) + " " + key + " " + elem, e);
    }
  }
}
