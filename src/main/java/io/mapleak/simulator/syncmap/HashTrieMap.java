package io.mapleak.simulator.syncmap;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.MapModel;
import java.util.Arrays;

/**
 * sync.Map of Go 1.24 and later: a trie of 16-way nodes over the hash's bits from the top
 * (internal/sync/hashtriemap.go). It is made on first use and shrinks with every delete, but a node
 * with a single child stays. Boxes of keys and values are the caller's. Not thread-safe.
 */
public final class HashTrieMap implements MapModel {
  /** Bytes of a sync.Map. */
  private static final int HEADER_BYTES = 48;

  private static final int INDIRECT_BYTES = 152;
  private static final int ENTRY_BYTES = 48;

  /** Bits of the hash that a level uses. */
  private static final int CHILD_BITS = 4;

  /** Children of a node. */
  public static final int CHILDREN = 1 << CHILD_BITS;

  /** No child; an entry is the complement of its key, an indirect node its number. */
  public static final int NIL = 0;

  /** The root's number. */
  public static final int ROOT = 1;

  private static final int FIRST_ROOM = 16;

  private final HashSource hashes;
  private final long seed;
  private final Heap heap;
  private final long nodeCharge;
  private final long entryCharge;

  private int[] children = new int[0];
  private int used;
  private int[] free = new int[FIRST_ROOM];
  private int freeCount;
  private long nodes;
  private long entries;

  /** {@code new(sync.Map)}. */
  public HashTrieMap(GoVersion go, HashSource hashes) {
    this.hashes = hashes;
    seed = hashes.newSeed();
    heap = new Heap(go);
    nodeCharge = heap.charge(INDIRECT_BYTES, true);
    entryCharge = heap.charge(ENTRY_BYTES, true);
    heap.malloc(HEADER_BYTES, true);
  }

  /** What every first use does, whatever its operation: makes the root. */
  public void init() {
    if (nodes == 0) {
      children = new int[FIRST_ROOM * CHILDREN];
      used = ROOT;
      newIndirectNode();
    }
  }

  private int newIndirectNode() {
    heap.malloc(INDIRECT_BYTES, true);
    nodes++;
    if (freeCount > 0) {
      return free[--freeCount];
    }
    int node = used++;
    if (used * CHILDREN > children.length) {
      children = Arrays.copyOf(children, Math.multiplyExact(children.length, 2));
    }
    return node;
  }

  private void dropNode(int node) {
    heap.drop(nodeCharge, 1);
    nodes--;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = node;
  }

  /** {@code Store(key, value)}: an overwritten entry is replaced by a new one (Swap). */
  @Override
  public void assign(int key) {
    store(key, true);
  }

  /** {@code LoadOrStore(key, value)}. */
  public void loadOrStore(int key) {
    store(key, false);
  }

  private void store(int key, boolean swap) {
    init();
    long hash = hashes.hash(key, seed);
    int shift = Long.SIZE - CHILD_BITS;
    int slot = slot(ROOT, hash, shift);
    while (children[slot] > NIL) {
      shift -= CHILD_BITS;
      slot = slot(children[slot], hash, shift);
    }
    int child = children[slot];
    if (child == ~key) {
      if (swap) {
        heap.malloc(ENTRY_BYTES, true);
        heap.drop(entryCharge, 1);
      }
      return;
    }
    heap.malloc(ENTRY_BYTES, true);
    entries++;
    if (child == NIL) {
      children[slot] = ~key;
    } else {
      expand(slot, ~child, key, hash, shift);
    }
  }

  /** Puts nodes below a slot until the two keys' hashes part. */
  private void expand(int slot, int oldKey, int newKey, long newHash, int aboveShift) {
    long oldHash = hashes.hash(oldKey, seed);
    if (oldHash == newHash) {
      throw new IllegalArgumentException(
          "keys " + oldKey + " and " + newKey + " have one hash: overflow lists have no model");
    }
    int at = slot;
    int shift = aboveShift;
    int oldSlot;
    int newSlot;
    do {
      shift -= CHILD_BITS;
      int node = newIndirectNode();
      children[at] = node;
      oldSlot = slot(node, oldHash, shift);
      newSlot = slot(node, newHash, shift);
      at = oldSlot;
    } while (oldSlot == newSlot);
    children[oldSlot] = ~oldKey;
    children[newSlot] = ~newKey;
  }

  private static int slot(int node, long hash, int shift) {
    return node * CHILDREN + ((int) (hash >>> shift) & (CHILDREN - 1));
  }

  /** {@code Delete(key)}: nodes that it leaves empty are unlinked, up to the root. */
  @Override
  public void delete(int key) {
    init();
    long hash = hashes.hash(key, seed);
    int[] path = new int[Long.SIZE / CHILD_BITS];
    int depth = 0;
    int shift = Long.SIZE - CHILD_BITS;
    path[0] = slot(ROOT, hash, shift);
    while (children[path[depth]] > NIL) {
      shift -= CHILD_BITS;
      path[depth + 1] = slot(children[path[depth]], hash, shift);
      depth++;
    }
    if (children[path[depth]] != ~key) {
      return;
    }
    children[path[depth]] = NIL;
    heap.drop(entryCharge, 1);
    entries--;
    for (; depth > 0 && isEmpty(path[depth] / CHILDREN); depth--) {
      dropNode(path[depth] / CHILDREN);
      children[path[depth - 1]] = NIL;
    }
  }

  private boolean isEmpty(int node) {
    for (int i = 0; i < CHILDREN; i++) {
      if (children[node * CHILDREN + i] != NIL) {
        return false;
      }
    }
    return true;
  }

  /** {@code Clear()}: a new root, the rest is let go. */
  @Override
  public void clear() {
    init();
    heap.malloc(INDIRECT_BYTES, true);
    heap.drop(nodeCharge, nodes);
    heap.drop(entryCharge, entries);
    Arrays.fill(children, 0, used * CHILDREN, NIL);
    used = ROOT + 1;
    freeCount = 0;
    nodes = 1;
    entries = 0;
  }

  @Override
  public void range() {
    init();
  }

  @Override
  public boolean lookup(int key) {
    init();
    long hash = hashes.hash(key, seed);
    int shift = Long.SIZE - CHILD_BITS;
    int child = children[slot(ROOT, hash, shift)];
    while (child > NIL) {
      shift -= CHILD_BITS;
      child = children[slot(child, hash, shift)];
    }
    return child == ~key;
  }

  @Override
  public long count() {
    return entries;
  }

  @Override
  public Heap heap() {
    return heap;
  }

  @Override
  public Gauges gauges() {
    long bytes = nodes * nodeCharge + entries * entryCharge;
    return new Gauges(entries, nodes * CHILDREN, bytes, 0);
  }

  /** Indirect nodes, the root included; 0 before the first use. */
  public long nodes() {
    return nodes;
  }

  /** The child at a position of a node: {@link #NIL}, a node's number, or a key's complement. */
  public int child(int node, int position) {
    return children[node * CHILDREN + position];
  }
}
