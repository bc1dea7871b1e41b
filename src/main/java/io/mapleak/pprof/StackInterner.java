package io.mapleak.pprof;

import java.util.Arrays;

/**
 * Collects stacks, each distinct one once. A stack is pushed frame by frame onto the end of the
 * frames of all stacks before; where it turns out to be known, it is cut off again, so nothing is
 * copied.
 */
final class StackInterner {
  private int[] frames = new int[1024];
  private int frameCount;
  private int pending; // where the stack begins that is being pushed
  private int[] starts = new int[64];
  private int[] hashes = new int[64];
  private int count;
  private int[] slots = new int[256]; // stack + 1, or 0 for free

  /** Adds a frame to the stack being pushed, leaf first. */
  void push(int frame) {
    if (frameCount == frames.length) {
      frames = Arrays.copyOf(frames, IntList.grown(frameCount));
    }
    frames[frameCount++] = frame;
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
    int hash = hash();
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0) {
      int stack = slots[slot] - 1;
      if (hashes[stack] == hash && same(stack)) {
        frameCount = pending;
        return stack;
      }
      slot = (slot + 1) & mask;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, IntList.grown(count));
      hashes = Arrays.copyOf(hashes, starts.length);
    }
    starts[count] = pending;
    hashes[count] = hash;
    slots[slot] = ++count;
    pending = frameCount;
    if (count * 2L > slots.length) {
      grow();
    }
    return count - 1;
  }

  private int hash() {
    long hash = depth();
    for (int i = pending; i < frameCount; i++) {
      hash = (Long.rotateLeft(hash, 5) ^ frames[i]) * 0x9e3779b97f4a7c15L;
    }
    return (int) (hash >>> 32);
  }

  private boolean same(int stack) {
    int end = stack + 1 == count ? pending : starts[stack + 1];
    return Arrays.equals(frames, starts[stack], end, frames, pending, frameCount);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int stack = 0; stack < count; stack++) {
      int slot = hashes[stack] & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = stack + 1;
    }
  }

  /** Where each stack begins, with one more element that ends the last. */
  int[] starts() {
    int[] all = Arrays.copyOf(starts, count + 1);
    all[count] = pending;
    return all;
  }

  /** The frames of all stacks, to be replaced in place; the array may be longer. */
  int[] frames() {
    return frames;
  }
}
