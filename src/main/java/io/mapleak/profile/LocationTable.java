package io.mapleak.profile;

/**
 * The locations of a profile, and their source lines: a location of a call that was inlined has
 * several lines, innermost first. Immutable; the arrays given belong to the table from then on.
 */
public final class LocationTable {
  private final long[] ids;
  private final int[] mappings;
  private final long[] addresses;
  private final boolean[] folded;
  private final int[] lineStarts;
  private final int[] lineFunctions;
  private final long[] lineNumbers;
  private final long[] lineColumns;

  /**
   * Takes over all arrays.
   *
   * @param ids the file's own ids
   * @param mappings index of the mapping, or -1
   * @param addresses instruction address, unsigned; 0 when not said
   * @param folded whether several locations were folded into this one
   * @param lineStarts where each location's lines begin, with one more element that ends the last
   *     location's
   * @param lineFunctions index of a line's function, or -1
   * @param lineNumbers a line's number, 0 when not said
   * @param lineColumns a line's column, 0 when not said
   */
  public LocationTable(
      long[] ids,
      int[] mappings,
      long[] addresses,
      boolean[] folded,
      int[] lineStarts,
      int[] lineFunctions,
      long[] lineNumbers,
      long[] lineColumns) {
    this.ids = ids;
    this.mappings = mappings;
    this.addresses = addresses;
    this.folded = folded;
    this.lineStarts = lineStarts;
    this.lineFunctions = lineFunctions;
    this.lineNumbers = lineNumbers;
    this.lineColumns = lineColumns;
  }

  /** Number of locations. */
  public int size() {
    return ids.length;
  }

  /** Id that the file gives a location. */
  public long id(int location) {
    return ids[location];
  }

  /** Index of the mapping, or -1. */
  public int mapping(int location) {
    return mappings[location];
  }

  /** Instruction address, unsigned. */
  public long address(int location) {
    return addresses[location];
  }

  /** Whether several locations were folded into this one. */
  public boolean folded(int location) {
    return folded[location];
  }

  /** Index of the first line (the innermost inlined call). */
  public int lineStart(int location) {
    return lineStarts[location];
  }

  /** Index after the last line. */
  public int lineEnd(int location) {
    return lineStarts[location + 1];
  }

  /** Number of lines of all locations. */
  public int lineCount() {
    return lineFunctions.length;
  }

  /** Function of a line, or -1. */
  public int function(int line) {
    return lineFunctions[line];
  }

  /** Source line number; 0 when not said. */
  public long line(int line) {
    return lineNumbers[line];
  }

  /** Source column; 0 when not said. */
  public long column(int line) {
    return lineColumns[line];
  }
}
