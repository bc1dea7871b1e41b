package io.mapleak.profile;

/**
 * The distinct stacks of a profile: each a run of location indexes, leaf first. Two samples with
 * the same stack share its index. Immutable; the arrays given belong to the table from then on.
 */
public final class StackTable {
  private final int[] starts;

  // location indexes of all stacks, one after the other, in pieces of 2^shift
  private final int[][] pieces;
  private final int shift;
  private final int mask;

  /**
   * Takes over both arrays.
   *
   * @param starts where each stack begins in {@code locations}, with one more element that ends the
   *     last stack
   * @param locations location indexes of all stacks, one after the other
   */
  public StackTable(int[] starts, int[] locations) {
    this(starts, new int[][] {locations}, 31);
  }

  /**
   * Takes over all arrays; a big table in pieces needs no copies while it grows.
   *
   * @param starts where each stack begins, counted over all pieces, with one more element that ends
   *     the last stack
   * @param pieces location indexes of all stacks, one after the other; a stack may go on in the
   *     next piece
   * @param shift each piece has 2^shift elements
   */
  public StackTable(int[] starts, int[][] pieces, int shift) {
    this.starts = starts;
    this.pieces = pieces;
    this.shift = shift;
    this.mask = shift == 31 ? Integer.MAX_VALUE : (1 << shift) - 1;
  }

  /** Number of distinct stacks. */
  public int size() {
    return starts.length - 1;
  }

  /** Position of the leaf of a stack, for {@link #locationAt}. */
  public int start(int stack) {
    return starts[stack];
  }

  /** Position after the root of a stack. */
  public int end(int stack) {
    return starts[stack + 1];
  }

  /** Number of locations of a stack; inlined frames count with their location. */
  public int depth(int stack) {
    return starts[stack + 1] - starts[stack];
  }

  /** Index of the location at a position between {@link #start} and {@link #end}. */
  public int locationAt(int position) {
    return pieces[position >>> shift][position & mask];
  }

  /**
   * Copies the locations of a stack, leaf first. Over all stacks this is twice as fast as {@link
   * #locationAt}.
   *
   * @param buffer takes them, where it is long enough
   * @return the array that holds them: the buffer, or a longer one
   */
  public int[] copy(int stack, int[] buffer) {
    int depth = depth(stack);
    int[] copy = depth <= buffer.length ? buffer : new int[2 * depth];
    for (int copied = 0; copied < depth; ) {
      int position = starts[stack] + copied;
      int[] piece = pieces[position >>> shift];
      int count = Math.min(depth - copied, piece.length - (position & mask));
      System.arraycopy(piece, position & mask, copy, copied, count);
      copied += count;
    }
    return copy;
  }
}
