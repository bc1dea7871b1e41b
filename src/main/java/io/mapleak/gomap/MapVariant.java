package io.mapleak.gomap;

/**
 * The entry functions of the runtime that the compiler chooses by the key type
 * (cmd/compile/internal/walk/walk.go: mapfast). All have the same effect on a classic map; on a
 * Swiss map only some of them prune tombstones.
 */
public enum MapVariant {
  /** Keys of 4 bytes of plain memory. */
  FAST32("fast32"),
  /** Keys of 8 bytes of plain memory without pointers. */
  FAST64("fast64"),
  /** Keys that are one pointer. */
  FAST64PTR("fast64ptr"),
  /** Strings. */
  FASTSTR("faststr"),
  /** All other keys, and every map with elems above 128 bytes. */
  SLOW("slow");

  private final String id;

  MapVariant(String id) {
    this.id = id;
  }

  /** Name in traces. */
  public String id() {
    return id;
  }
}
