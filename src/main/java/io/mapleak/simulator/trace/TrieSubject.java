package io.mapleak.simulator.trace;

import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.syncmap.HashTrieMap;

/** A sync.Map of Go 1.24 or later under a trace. */
final class TrieSubject implements Subject {
  private static final String[] NONE = {};
  private static final String[] EXTRA = {"entries", "indirect nodes", "overflow entries"};
  private static final int ENTRY = 1;
  private static final int INDIRECT = 2;

  private final HashTrieMap map;

  TrieSubject(HashTrieMap map) {
    this.map = map;
  }

  @Override
  public MapModel map() {
    return map;
  }

  @Override
  public boolean perform(char op, int key) {
    switch (op) {
      case 'g' -> map.init();
      case 'i' -> map.assign(key);
      case 'o' -> map.loadOrStore(key);
      case 'd' -> map.delete(key);
      case 'c' -> map.clear();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public long[] state(long hash) {
    return new long[0];
  }

  @Override
  public String[] stateNames() {
    return NONE;
  }

  @Override
  public long digest() {
    Fnv1a digest = new Fnv1a();
    if (map.nodes() > 0) {
      children(digest, HashTrieMap.ROOT, 0);
    }
    return digest.value();
  }

  private void children(Fnv1a digest, int node, int depth) {
    for (int p = 0; p < HashTrieMap.CHILDREN; p++) {
      int child = map.child(node, p);
      if (child == HashTrieMap.NIL) {
        continue;
      }
      digest.u8(depth);
      digest.u8(p);
      if (child > HashTrieMap.NIL) {
        digest.u8(INDIRECT);
        children(digest, child, depth + 1);
      } else {
        digest.u8(ENTRY);
        digest.u32(~child);
      }
    }
  }

  @Override
  public long shape() {
    return new Fnv1a().value();
  }

  @Override
  public long[] extra() {
    return new long[] {map.count(), map.nodes(), 0};
  }

  @Override
  public String[] extraNames() {
    return EXTRA;
  }

  @Override
  public String[] layoutNames() {
    return NONE;
  }

  @Override
  public long[] layout() {
    return new long[0];
  }
}
