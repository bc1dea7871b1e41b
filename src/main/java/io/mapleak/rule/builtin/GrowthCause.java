package io.mapleak.rule.builtin;

import io.mapleak.gomap.Implementation;
import io.mapleak.source.KeyKind;
import io.mapleak.source.MapSource;
import io.mapleak.source.ValueKind;
import java.util.Optional;

/** The pattern of a growing map, as its implementation and its types in the source tell. */
enum GrowthCause {
  /** Nothing more than that keys are added. */
  KEYS,
  SYNC_MAP,
  POINTER_KEY,
  BYTE_KEY,
  VALUE_PINS_OBJECT;

  /** The cause; without source always one of the first two. */
  static GrowthCause of(GrowingMap map) {
    if (map.site().implementation() == Implementation.SYNC_MAP) {
      return SYNC_MAP;
    }
    Optional<MapSource> source = map.source();
    if (source.isEmpty() || !source.get().assigns()) {
      return KEYS;
    }
    KeyKind key = source.get().key();
    if (key == KeyKind.POINTER) {
      return POINTER_KEY;
    }
    if (key == KeyKind.STRING_OF_BYTES || key == KeyKind.PART_OF_STRING_OF_BYTES) {
      return BYTE_KEY;
    }
    ValueKind value = source.get().value();
    return value == ValueKind.FUNCTION || value == ValueKind.INTERFACE ? VALUE_PINS_OBJECT : KEYS;
  }
}
