package io.mapleak.pprof;

import io.mapleak.profile.StackTable;
import java.util.Arrays;

/**
 * Collects stacks, each distinct one once. A stack is pushed frame by frame behind the frames of
 * all stacks before; where it turns out to be known, it is cut off again. The frames lie in pieces,
 * so nothing is copied while they grow.
 */
final class StackInterner {
  /** Pieces of 1 MiB: few even in the biggest profile, and little is wasted in the last. */
  static final int SHIFT = 18;

  static final int PIECE = 1 << SHIFT;
  private static final int MASK = PIECE - 1;
  private static final long MIXER = 0x9e3779b97f4a7c15L; // 2^64 over the golden ratio

  private int[][] pieces = {new int[1024]};
  private int[] piece = pieces[0]; // the one that is being filled
  private int first; // position of its first frame
  private int room = piece.length; // position after its last frame
  private int frameCount;
  private int pending; // where the stack begins that is being pushed
  private long hash = LongTable.SEED;
  private int[] starts = new int[64];
  private int count;
  private long[] slots = new long[256]; // hash above, stack + 1 below, or 0 for free

  /** Adds a frame to the stack being pushed, leaf first. */
  void push(int frame) {
    if (frameCount == room) {
      extend();
    }
    piece[frameCount - first] = frame;
    frameCount++;
    hash = mixed(hash, frame);
  }

  private static long mixed(long hash, int frame) {
    return (Long.rotateLeft(hash, 5) ^ frame) * MIXER;
  }

  /** Adds the first frames of an array. */
  void push(int[] frames, int size) {
    int done = 0;
    while (done < size) {
      if (frameCount == room) {
        extend();
      }
      int[] target = piece;
      int at = frameCount - first;
      int end = Math.min(target.length, at + size - done);
      long mixed = hash;
      frameCount += end - at;
      while (at < end) {
        int frame = frames[done++];
        target[at++] = frame;
        mixed = mixed(mixed, frame);
      }
      hash = mixed;
    }
  }

  private void extend() {
    int index = first >>> SHIFT;
    if (piece.length < PIECE) {
      piece = Arrays.copyOf(piece, piece.length * 2);
      pieces[index] = piece;
    } else {
      index++;
      first += PIECE;
      if (index == pieces.length) {
        pieces = Arrays.copyOf(pieces, index + 1);
        pieces[index] = new int[PIECE];
      }
      piece = pieces[index];
    }
    room = first + piece.length;
  }

  /** Frames of the stack being pushed. */
  int depth() {
    return frameCount - pending;
  }

  /** Frames of all distinct stacks, and of the one being pushed. */
  int frameCount() {
    return frameCount;
  }

  /** Number of distinct stacks. */
  int size() {
    return count;
  }

  /** Ends the stack being pushed; its index. */
  int intern() {
    int code = (int) (((hash ^ depth()) * MIXER) >>> 32);
    hash = LongTable.SEED;
    int mask = slots.length - 1;
    int slot = code & mask;
    for (long known = slots[slot]; known != 0; known = slots[slot]) {
      int stack = (int) known - 1;
      if ((int) (known >>> 32) == code && same(stack)) {
        cutOff();
        return stack;
      }
      slot = (slot + 1) & mask;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, IntList.grown(count));
    }
    starts[count] = pending;
    slots[slot] = (long) code << 32 | ++count;
    pending = frameCount;
    if (count * 2L > slots.length) {
      growSlots();
    }
    return count - 1;
  }

  private boolean same(int stack) {
    int known = starts[stack];
    int end = stack + 1 == count ? pending : starts[stack + 1];
    if (end - known != depth()) {
      return false;
    }
    for (int at = pending; at < frameCount; ) {
      int from = known & MASK;
      int to = at & MASK;
      int length = Math.min(frameCount - at, PIECE - Math.max(from, to));
      if (!Arrays.equals(
          pieces[known >>> SHIFT], from, from + length, pieces[at >>> SHIFT], to, to + length)) {
        return false;
      }
      known += length;
      at += length;
    }
    return true;
  }

  private void cutOff() {
    frameCount = pending;
    while (frameCount < first) {
      first -= PIECE;
      piece = pieces[first >>> SHIFT];
      room = first + piece.length;
    }
  }

  private void growSlots() {
    long[] grown = new long[slots.length * 2];
    int mask = grown.length - 1;
    for (long known : slots) {
      if (known != 0) {
        int slot = (int) (known >>> 32) & mask;
        while (grown[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        grown[slot] = known;
      }
    }
    slots = grown;
  }

  /** Position of the first frame of a stack. */
  int start(int stack) {
    return stack == count ? pending : starts[stack];
  }

  /**
   * The pieces of all frames, each of {@link #PIECE} but for a single one; to be replaced in place.
   */
  int[][] pieces() {
    return pieces;
  }

  /** The stacks; the interner must not be used after it. */
  StackTable table() {
    int[] all = Arrays.copyOf(starts, count + 1);
    all[count] = pending;
    return new StackTable(all, pieces, SHIFT);
  }
}
