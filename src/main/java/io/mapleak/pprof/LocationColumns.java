package io.mapleak.pprof;

import io.mapleak.profile.LocationTable;
import java.io.IOException;

/**
 * The locations of a profile and their lines while they are read; mappings and functions are still
 * ids.
 */
final class LocationColumns {
  private final Content content;
  private final TableBudget budget;
  private final LongList ids = new LongList(64);
  private final LongList mappingIds = new LongList(64);
  private final LongList addresses = new LongList(64);
  private final IntList folded = new IntList(64);
  private final IntList lineStarts = new IntList(64);
  private final IntList offsets = new IntList(64);
  private final LongList functionIds = new LongList(64);
  private final LongList lines = new LongList(64);
  private final LongList columns = new LongList(64);

  LocationColumns(Content content, TableBudget budget) {
    this.content = content;
    this.budget = budget;
  }

  /** Reads one location message, which ends at a position. */
  void read(Wire wire, int end) throws IOException {
    budget.take(wire);
    offsets.add(wire.position());
    lineStarts.add(lines.size);
    wire.enter(Message.LOCATION, ids.size);
    long id = 0;
    long mapping = 0;
    long address = 0;
    long fold = 0;
    for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
      switch (tag) {
        case 8 -> id = wire.varint();
        case 16 -> mapping = wire.varint();
        case 24 -> address = wire.varint();
        case 34 -> line(wire, wire.end(end));
        case 40 -> fold = wire.varint();
        default -> wire.skip(tag, end);
      }
    }
    ids.add(id);
    mappingIds.add(mapping);
    addresses.add(address);
    folded.add(fold == 0 ? 0 : 1);
    wire.leave();
  }

  private void line(Wire wire, int end) throws IOException {
    budget.take(wire);
    wire.enterInner(Message.LINE, lines.size - lineStarts.get(ids.size));
    long function = 0;
    long line = 0;
    long column = 0;
    for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
      switch (tag) {
        case 8 -> function = wire.varint();
        case 16 -> line = wire.varint();
        case 24 -> column = wire.varint();
        default -> wire.skip(tag, end);
      }
    }
    functionIds.add(function);
    lines.add(line);
    columns.add(column);
    wire.leaveInner();
  }

  IdIndex index() throws FormatException {
    return IdIndex.of(ids, offsets, Message.LOCATION, content);
  }

  /** The locations with mappings and functions found; a fault when an id names none. */
  LocationTable table(IdIndex mappings, IdIndex functions) throws FormatException {
    lineStarts.add(lines.size);
    int[] mapping = new int[ids.size];
    boolean[] fold = new boolean[ids.size];
    int[] function = new int[lines.size];
    for (int i = 0; i < ids.size; i++) {
      long id = mappingIds.get(i);
      mapping[i] = id == 0 ? -1 : mappings.find(id);
      if (id != 0 && mapping[i] < 0) {
        throw dangling(i, "mapping_id", "mapping", id);
      }
      fold[i] = folded.get(i) != 0;
      for (int line = lineStarts.get(i); line < lineStarts.get(i + 1); line++) {
        function[line] = functions.find(functionIds.get(line));
        if (function[line] < 0) {
          throw dangling(
              i,
              "line[" + (line - lineStarts.get(i)) + "].function_id",
              "function",
              functionIds.get(line));
        }
      }
    }
    return new LocationTable(
        ids.toArray(),
        mapping,
        addresses.toArray(),
        fold,
        lineStarts.toArray(),
        function,
        lines.toArray(),
        columns.toArray());
  }

  private FormatException dangling(int location, String field, String kind, long id) {
    return content.invalid(
        offsets.get(location),
        "location[" + location + "]." + field,
        "no " + kind + " has id " + Long.toUnsignedString(id));
  }
}
