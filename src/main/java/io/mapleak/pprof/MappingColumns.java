package io.mapleak.pprof;

import io.mapleak.profile.MappingTable;
import java.io.IOException;

/** The mappings of a profile while they are read; strings are still indexes. */
final class MappingColumns {
  private static final int FILENAME = 5;
  private static final int BUILD_ID = 6;

  private final TableBudget budget;
  private final LongList ids = new LongList(4);
  private final LongList starts = new LongList(4);
  private final LongList limits = new LongList(4);
  private final LongList fileOffsets = new LongList(4);
  private final LongList files = new LongList(4);
  private final LongList buildIds = new LongList(4);
  private final IntList flags = new IntList(4);
  private final IntList offsets = new IntList(4);

  MappingColumns(TableBudget budget) {
    this.budget = budget;
  }

  /** Reads one mapping message, which ends at a position. */
  void read(Wire wire, int end) throws IOException {
    budget.take(wire);
    offsets.add(wire.position());
    wire.enter(Message.MAPPING, ids.size);
    long id = 0;
    long start = 0;
    long limit = 0;
    long fileOffset = 0;
    long file = 0;
    long buildId = 0;
    int has = 0;
    for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
      switch (tag) {
        case 8 -> id = wire.varint();
        case 16 -> start = wire.varint();
        case 24 -> limit = wire.varint();
        case 32 -> fileOffset = wire.varint();
        case 40 -> file = wire.varint();
        case 48 -> buildId = wire.varint();
        case 56 -> has = flag(has, MappingTable.HAS_FUNCTIONS, wire.varint());
        case 64 -> has = flag(has, MappingTable.HAS_FILENAMES, wire.varint());
        case 72 -> has = flag(has, MappingTable.HAS_LINE_NUMBERS, wire.varint());
        case 80 -> has = flag(has, MappingTable.HAS_INLINE_FRAMES, wire.varint());
        default -> wire.skip(tag, end);
      }
    }
    ids.add(id);
    starts.add(start);
    limits.add(limit);
    fileOffsets.add(fileOffset);
    files.add(file);
    buildIds.add(buildId);
    flags.add(has);
    wire.leave();
  }

  private static int flag(int flags, int bit, long value) {
    return value == 0 ? flags & ~bit : flags | bit;
  }

  IdIndex index(Content content) throws FormatException {
    return IdIndex.of(ids, offsets, Message.MAPPING, content);
  }

  /** The mappings with their strings. */
  MappingTable table(StringColumn strings) throws FormatException {
    return new MappingTable(
        ids.toArray(),
        starts.toArray(),
        limits.toArray(),
        fileOffsets.toArray(),
        strings.get(files, offsets, Message.MAPPING, FILENAME),
        strings.get(buildIds, offsets, Message.MAPPING, BUILD_ID),
        flags.toArray());
  }
}
