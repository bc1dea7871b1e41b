package io.mapleak.site;

/** Functions whose names alone tell that a map allocates there, or that none does. */
final class MapFrames {
  private MapFrames() {}

  /** Whether the frame is an operation of sync.Map, in either design. */
  static boolean isSyncMap(String function) {
    return function.startsWith("sync.(*Map).")
        || function.startsWith("sync.newEntry")
        || isTrie(function);
  }

  /** Whether the frame is a node of the hash trie (internal/sync/hashtriemap.go, since Go 1.24). */
  static boolean isTrie(String function) {
    return (function.startsWith("internal/sync.") || function.startsWith("internal/concurrent."))
        && (function.contains("HashTrieMap")
            || function.contains(".newEntryNode")
            || function.contains(".newIndirectNode"));
  }

  /**
   * Whether the compiler or the library names the operation: maps filled through reflect, cloned by
   * package maps, or made by a literal of a package variable (outlined as {@code pkg.map.init.N}).
   */
  static boolean isNamedMapOperation(String function) {
    return function.startsWith("reflect.mapassign")
        || function.startsWith("reflect.makemap")
        || function.startsWith("reflect.mapclone")
        || function.startsWith("reflect.mapclear")
        || function.startsWith("maps.clone")
        || isLiteral(function);
  }

  /** Whether the function fills the literal of a package variable. */
  static boolean isLiteral(String function) {
    return function.contains(".map.init.");
  }

  /**
   * Whether the frame is a known allocator of the standard library that is no map although its
   * blocks can equal one's: ring buffers and growing buffers.
   */
  static boolean isKnownBuffer(String function) {
    return function.startsWith("sync.(*poolChain)")
        || function.startsWith("sync.(*Pool)")
        || function.startsWith("bytes.")
        || function.startsWith("strings.(*Builder)")
        || function.startsWith("internal/bytealg.")
        || function.startsWith("bufio.")
        || function.startsWith("slices.")
        || function.startsWith("reflect.growslice")
        || function.startsWith("compress/flate.")
        || function.startsWith("os.ReadFile")
        || function.startsWith("io.ReadAll");
  }
}
