package io.mapleak.pprof;

import io.mapleak.profile.MappingTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory map that may end a text profile, and which of its mappings each location lies in.
 * Adjacent pieces of one file are joined, the first file that is no library is taken for the
 * program and moved to the front, and where no mapping fits, one of all addresses is made up: what
 * google/pprof does.
 */
final class MemoryMap {
  /** Start of a Linux program that is not relocated. */
  private static final long USUAL_START = 0x400000;

  /** 65 536 entries: Linux allows a process 65 530 (vm.max_map_count). */
  private static final int MOST_ENTRIES = 1 << 16;

  private final List<MapEntry> entries = new ArrayList<>();
  private final MapVariables variables = new MapVariables();

  /** Whether a line is the title of a memory map. */
  static boolean beginsAt(String text) {
    return text.contains("--- Memory map: ---") || text.contains("MAPPED_LIBRARIES:");
  }

  /** Takes a line after the title; one of another form is passed over. */
  void add(TextLines lines) throws FormatException {
    String text = variables.replace(lines);
    MapEntry entry = MapEntry.parse(text);
    if (entry == null) {
      variables.define(lines, text);
    } else if (entry.executable()) {
      if (entries.size() == MOST_ENTRIES) {
        throw lines.fault("the memory map has more than " + MOST_ENTRIES + " entries");
      }
      entries.add(entry);
    }
  }

  /** Ends the map; the index of the mapping of each location, or -1. */
  int[] assign(TextLocations locations) {
    join();
    programFirst();
    if (entries.size() > 1
        && entries.get(0).file().startsWith("/anon_hugepage")
        && entries.get(0).limit() == entries.get(1).start()) {
      entries.remove(0);
    }
    if (!entries.isEmpty() && entries.get(0).start() - entries.get(0).offset() == USUAL_START) {
      entries.set(0, entries.get(0).from(USUAL_START));
    }
    int[] found = new int[locations.size()];
    MapEntry everything = null;
    for (int i = 0; i < found.length; i++) {
      long address = locations.address(i);
      found[i] = address == 0 ? -1 : find(address);
      if (address != 0 && found[i] < 0) {
        if (everything == null) {
          everything = new MapEntry(0, -1, 0, "", "", true);
          entries.add(everything);
        }
        found[i] = entries.size() - 1;
      }
    }
    return found;
  }

  private void join() {
    List<MapEntry> all = List.copyOf(entries);
    entries.clear();
    for (MapEntry entry : all) {
      MapEntry joined = entries.isEmpty() ? null : entries.get(entries.size() - 1).joined(entry);
      if (joined == null) {
        entries.add(entry);
      } else {
        entries.set(entries.size() - 1, joined);
      }
    }
  }

  private void programFirst() {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).isProgram()) {
        MapEntry program = entries.set(i, entries.get(0));
        entries.set(0, program);
        return;
      }
    }
  }

  private int find(long address) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).holds(address)) {
        return i;
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      MapEntry entry = entries.get(i);
      MapEntry whole = entry.from(entry.start() - entry.offset());
      if (entry.offset() != 0 && whole.holds(address)) {
        entries.set(i, whole);
        return i;
      }
    }
    return -1;
  }

  /** The mappings, once they are assigned. */
  MappingTable table() {
    int size = entries.size();
    long[] ids = new long[size];
    long[] starts = new long[size];
    long[] limits = new long[size];
    long[] offsets = new long[size];
    String[] files = new String[size];
    String[] buildIds = new String[size];
    for (int i = 0; i < size; i++) {
      MapEntry entry = entries.get(i);
      ids[i] = i + 1L;
      starts[i] = entry.start();
      limits[i] = entry.limit();
      offsets[i] = entry.offset();
      files[i] = entry.file();
      buildIds[i] = entry.buildId();
    }
    return new MappingTable(ids, starts, limits, offsets, files, buildIds, new int[size]);
  }
}
