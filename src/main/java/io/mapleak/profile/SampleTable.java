package io.mapleak.profile;

/**
 * The samples of a profile as columns: one of values for each sample type, one of stacks. Samples
 * keep the order of the file and are never merged: Go writes one for each (stack, block size), also
 * where only hidden frames differ. Immutable; the arrays given belong to the table from then on.
 */
public final class SampleTable {
  private final int size;
  private final long[][] columns;
  private final int[] stacks;

  /**
   * Takes over all arrays, which may be longer than {@code size}.
   *
   * @param size number of samples
   * @param columns for each sample type the values of all samples
   * @param stacks index into the {@link StackTable} for each sample
   */
  public SampleTable(int size, long[][] columns, int[] stacks) {
    this.size = size;
    this.columns = columns;
    this.stacks = stacks;
  }

  /** Number of samples. */
  public int size() {
    return size;
  }

  /** Value of a sample, in the unit of the sample type. */
  public long value(int sample, int type) {
    return columns[type][sample];
  }

  /** Index of a sample's stack. */
  public int stack(int sample) {
    return stacks[sample];
  }
}
