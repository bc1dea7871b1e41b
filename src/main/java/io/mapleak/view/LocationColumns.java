package io.mapleak.view;

import io.mapleak.profile.LocationTable;

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
    mappings[location] = from.mapping(location);
    ids[location] = from.id(location);
    addresses[location] = from.address(location);
    folded[location] = from.folded(location);
    int end = lineStarts[location];
    for (int line = firstLine; line < from.lineEnd(location); line++) {
      functions[end] = from.function(line);
      lines[end] = from.line(line);
      columns[end++] = from.column(line);
    }
    lineStarts[location + 1] = end;
  }

  LocationTable table() {
    return new LocationTable(
        ids, mappings, addresses, folded, lineStarts, functions, lines, columns);
  }
}
