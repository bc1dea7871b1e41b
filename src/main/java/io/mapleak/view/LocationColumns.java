package io.mapleak.view;

import io.mapleak.profile.LocationTable;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The columns of a location table that is made from another one. */
final class LocationColumns {
  final int[] mappings;
  private final long[] ids;
  private final long[] addresses;
  private final boolean[] folded;
  private final int[] lineStarts;
  private final int[] functions;
  private final long[] lines;
  private final long[] columns;

  LocationColumns(int locations, int lineCount) {
    mappings = new int[locations];
    ids = new long[locations];
    addresses = new long[locations];
    folded = new boolean[locations];
    lineStarts = new int[locations + 1];
    functions = new int[lineCount];
    lines = new long[lineCount];
    columns = new long[lineCount];
  }

  /** Copies a location with its lines from {@code firstLine} on; to be called in order. */
  void copy(LocationTable from, int location, int firstLine) {
    copy(from, location, line -> line >= firstLine);
  }

  /** Copies a location with those of its lines that are wanted; to be called in order. */
  void copy(LocationTable from, int location, IntPredicate wanted) {
    mappings[location] = from.mapping(location);
    ids[location] = from.id(location);
    addresses[location] = from.address(location);
    folded[location] = from.folded(location);
    int end = lineStarts[location];
    for (int line = from.lineStart(location); line < from.lineEnd(location); line++) {
      if (wanted.test(line)) {
        functions[end] = from.function(line);
        lines[end] = from.line(line);
        columns[end++] = from.column(line);
      }
    }
    lineStarts[location + 1] = end;
  }

  /** Adds a location of one line that says no more than its function; to be called in order. */
  void add(int location, long id, int function) {
    mappings[location] = -1;
    ids[location] = id;
    int end = lineStarts[location];
    functions[end] = function;
    lineStarts[location + 1] = end + 1;
  }

  /** Columns are what only a view by address shows. */
  void dropColumns() {
    Arrays.fill(columns, 0);
  }

  LocationTable table() {
    return new LocationTable(
        ids, mappings, addresses, folded, lineStarts, functions, lines, columns);
  }
}
