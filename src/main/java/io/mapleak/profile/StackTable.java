package io.mapleak.profile;

/**
 * The distinct stacks of a profile: each a run of location indexes, leaf first. Two samples with
 * the same stack share its index. Immutable; the arrays given belong to the table from then on.
 */
public final class StackTable {
  private final int[] starts;
  private final int[] locations;

  /**
   * Takes over both arrays.
   *
   * @param starts where each stack begins in {@code locations}, with one more element that ends the
   *     last stack
   * @param locations location indexes of all stacks, one after the other
   */
  public StackTable(int[] starts, int[] locations) {
    this.starts = starts;
    this.locations = locations;
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
    return locations[position];
  }
}
