package io.mapleak.pprof;

import io.mapleak.profile.FunctionTable;
import java.io.IOException;

/** The functions of a profile while they are read; strings are still indexes. */
final class FunctionColumns {
  private static final int NAME = 2;
  private static final int SYSTEM_NAME = 3;
  private static final int FILENAME = 4;

  private final TableBudget budget;
  private final LongList ids = new LongList(64);
  private final LongList names = new LongList(64);
  private final LongList systemNames = new LongList(64);
  private final LongList files = new LongList(64);
  private final LongList startLines = new LongList(64);
  private final IntList offsets = new IntList(64);

  FunctionColumns(TableBudget budget) {
    this.budget = budget;
  }

  /** Reads one function message, which ends at a position. */
  void read(Wire wire, int end) throws IOException {
    budget.take(wire);
    offsets.add(wire.position());
    wire.enter(Message.FUNCTION, ids.size);
    long id = 0;
    long name = 0;
    long systemName = 0;
    long file = 0;
    long startLine = 0;
    for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
      switch (tag) {
        case 8 -> id = wire.varint();
        case 16 -> name = wire.varint();
        case 24 -> systemName = wire.varint();
        case 32 -> file = wire.varint();
        case 40 -> startLine = wire.varint();
        default -> wire.skip(tag, end);
      }
    }
    ids.add(id);
    names.add(name);
    systemNames.add(systemName);
    files.add(file);
    startLines.add(startLine);
    wire.leave();
  }

  IdIndex index(Content content) throws FormatException {
    return IdIndex.of(ids, offsets, Message.FUNCTION, content);
  }

  /** The functions with their strings. */
  FunctionTable table(StringColumn strings) throws FormatException {
    return new FunctionTable(
        ids.toArray(),
        strings.get(names, offsets, Message.FUNCTION, NAME),
        strings.get(systemNames, offsets, Message.FUNCTION, SYSTEM_NAME),
        strings.get(files, offsets, Message.FUNCTION, FILENAME),
        startLines.toArray());
  }
}
