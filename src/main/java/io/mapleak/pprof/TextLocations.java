package io.mapleak.pprof;

import io.mapleak.profile.LocationTable;
import java.util.Arrays;

/** The locations of a text profile while it is read, numbered from 1 in order of arrival. */
final class TextLocations {
  private static final int NONE = -1;

  private final LongTable addresses = new LongTable();
  private final int mostEntries;

  // the lines of a location are a chain, innermost first
  private final IntList first = new IntList(64);
  private final IntList next = new IntList(64);
  private final IntList functions = new IntList(64);
  private final LongList numbers = new LongList(64);

  TextLocations(Limits limits) {
    this.mostEntries = limits.tableEntries();
  }

  /** Number of locations. */
  int size() {
    return first.size;
  }

  /** Address by which a location is known. */
  long address(int location) {
    return addresses.key(location);
  }

  /** Index of the location of an address, or -1. */
  int find(long address) {
    return addresses.find(address);
  }

  /** Index of the location of an address, which is added when it is new. */
  int at(TextLines lines, long address) throws FormatException {
    int location = addresses.put(address);
    if (location == first.size) {
      first.add(NONE);
      charge(lines);
    }
    return location;
  }

  boolean hasLines(int location) {
    return first.get(location) != NONE;
  }

  /** Adds a line, which is called by the lines added later. */
  void addLine(TextLines lines, int location, int function, long number) throws FormatException {
    int line = functions.size;
    functions.add(function);
    numbers.add(number);
    next.add(NONE);
    charge(lines);
    if (first.get(location) == NONE) {
      first.items[location] = line;
      return;
    }
    int last = first.get(location);
    while (next.get(last) != NONE) {
      last = next.get(last);
    }
    next.items[last] = line;
  }

  private void charge(TextLines lines) throws FormatException {
    if (first.size + functions.size > mostEntries) {
      throw lines.tooMuch("has more than " + mostEntries + " table entries", "--max-table-entries");
    }
  }

  /**
   * The locations.
   *
   * @param mappings index of each location's mapping, or -1
   * @param withAddresses false for locations that are known by a number which is no address
   */
  LocationTable table(int[] mappings, boolean withAddresses) {
    int size = first.size;
    long[] ids = new long[size];
    long[] found = new long[size];
    int[] starts = new int[size + 1];
    int[] lineFunctions = new int[functions.size];
    long[] lineNumbers = new long[functions.size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      ids[i] = i + 1L;
      found[i] = withAddresses ? addresses.key(i) : 0;
      for (int line = first.get(i); line != NONE; line = next.get(line)) {
        lineFunctions[count] = functions.get(line);
        lineNumbers[count++] = numbers.get(line);
      }
      starts[i + 1] = count;
    }
    return new LocationTable(
        ids,
        Arrays.copyOf(mappings, size),
        found,
        new boolean[size],
        starts,
        lineFunctions,
        lineNumbers,
        new long[functions.size]);
  }
}
