package io.mapleak.profile;

/**
 * The labels of all samples, in file order. Immutable; the arrays given belong to the table from
 * then on.
 */
public final class LabelTable {
  private final int[] starts;
  private final String[] keys;
  private final String[] texts;
  private final long[] numbers;
  private final String[] units;

  /**
   * Takes over all arrays.
   *
   * @param starts where each sample's labels begin, with one more element that ends the last
   *     sample's
   * @param keys a label's key
   * @param texts its string value, empty for a numeric label
   * @param numbers its number, 0 for a string label
   * @param units the number's unit, empty when not said
   */
  public LabelTable(int[] starts, String[] keys, String[] texts, long[] numbers, String[] units) {
    this.starts = starts;
    this.keys = keys;
    this.texts = texts;
    this.numbers = numbers;
    this.units = units;
  }

  /** Index of a sample's first label. */
  public int start(int sample) {
    return starts[sample];
  }

  /** Index after a sample's last label. */
  public int end(int sample) {
    return starts[sample + 1];
  }

  /** Key of a label. */
  public String key(int label) {
    return keys[label];
  }

  /** String value of a label; empty for a numeric one. */
  public String text(int label) {
    return texts[label];
  }

  /** Number of a label; 0 for a string label. */
  public long number(int label) {
    return numbers[label];
  }

  /** Unit of the number; empty when not said. */
  public String unit(int label) {
    return units[label];
  }
}
