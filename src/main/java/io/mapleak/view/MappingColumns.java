package io.mapleak.view;

import io.mapleak.profile.MappingTable;

/** A mapping table of rows of others. */
final class MappingColumns {
  private final long[] ids;
  private final long[] starts;
  private final long[] limits;
  private final long[] offsets;
  private final String[] files;
  private final String[] buildIds;
  private final int[] flags;
  private int size;

  MappingColumns(int capacity) {
    ids = new long[capacity];
    starts = new long[capacity];
    limits = new long[capacity];
    offsets = new long[capacity];
    files = new String[capacity];
    buildIds = new String[capacity];
    flags = new int[capacity];
  }

  /** Adds a mapping of another table, with an id, a file and flags of its own. */
  void copy(MappingTable from, int mapping, long id, String file, int has) {
    ids[size] = id;
    starts[size] = from.start(mapping);
    limits[size] = from.limit(mapping);
    offsets[size] = from.offset(mapping);
    files[size] = file;
    buildIds[size] = from.buildId(mapping);
    flags[size] = has;
    size++;
  }

  /** The table, once as many were added as there is room for. */
  MappingTable table() {
    return new MappingTable(ids, starts, limits, offsets, files, buildIds, flags);
  }
}
