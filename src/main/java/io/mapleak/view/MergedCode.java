package io.mapleak.view;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The locations, functions and mappings of several profiles, equal ones once, in the order in which
 * samples use them (profile/merge.go). Addresses are compared relative to their mapping, as a
 * binary may be loaded elsewhere in every process.
 */
final class MergedCode {
  /** Mappings of one size up to this rounding are the same binary's. */
  private static final long PAGE = 0x1000;

  private record Function(String name, String systemName, String file, long startLine) {}

  private record Mapping(long size, long offset, String binary) {}

  private record Line(int function, long line, long column) {}

  private record Location(long address, int mapping, boolean folded, List<Line> lines) {}

  private record Placed(Profile from, int index, long address) {}

  private final Map<Function, Integer> functions = new HashMap<>();
  private final Map<Mapping, Integer> mappings = new HashMap<>();
  private final Map<Location, Integer> locations = new HashMap<>();
  private final List<Function> functionList = new ArrayList<>();
  private final List<Placed> mappingList = new ArrayList<>();
  private final List<Location> locationList = new ArrayList<>();
  private final List<Long> addresses = new ArrayList<>();

  private Profile source;
  private int[] known; // location of the merged profile by that of the source, or -1

  MergedCode(Profile first) {
    source = first;
    known = new int[0];
  }

  /** Goes on with the next profile; the first mapping of all is the main binary. */
  void begin(Profile profile) {
    source = profile;
    known = new int[profile.locations().size()];
    Arrays.fill(known, -1);
    if (mappingList.isEmpty() && profile.mappings().size() > 0) {
      mapping(0);
    }
  }

  /** Index of a location of the source in the merged profile. */
  int location(int location) {
    if (known[location] < 0) {
      known[location] = add(location);
    }
    return known[location];
  }

  private int add(int location) {
    LocationTable table = source.locations();
    int old = table.mapping(location);
    int mapping = old < 0 ? -1 : mapping(old);
    long relative = table.address(location);
    long address = relative;
    if (old >= 0) {
      relative -= source.mappings().start(old);
      address = relative + mappingList.get(mapping).address;
    }
    List<Line> lines = new ArrayList<>();
    for (int line = table.lineStart(location); line < table.lineEnd(location); line++) {
      int function = table.function(line) < 0 ? -1 : function(table.function(line));
      lines.add(new Line(function, table.line(line), table.column(line)));
    }
    Location key = new Location(relative, mapping, table.folded(location), lines);
    Integer found = locations.putIfAbsent(key, locationList.size());
    if (found != null) {
      return found;
    }
    locationList.add(key);
    addresses.add(address);
    return locationList.size() - 1;
  }

  private int function(int function) {
    FunctionTable table = source.functions();
    Function key =
        new Function(
            table.name(function),
            table.systemName(function),
            table.file(function),
            table.startLine(function));
    Integer found = functions.putIfAbsent(key, functionList.size());
    if (found != null) {
      return found;
    }
    functionList.add(key);
    return functionList.size() - 1;
  }

  private int mapping(int mapping) {
    MappingTable table = source.mappings();
    long size = table.limit(mapping) - table.start(mapping) + PAGE - 1;
    String binary = table.buildId(mapping).isEmpty() ? table.file(mapping) : table.buildId(mapping);
    Mapping key =
        new Mapping(size - Long.remainderUnsigned(size, PAGE), table.offset(mapping), binary);
    Integer found = mappings.putIfAbsent(key, mappingList.size());
    if (found != null) {
      return found;
    }
    mappingList.add(new Placed(source, mapping, table.start(mapping)));
    return mappingList.size() - 1;
  }

  /** Ids count from 1. */
  private static long[] ids(int size) {
    long[] ids = new long[size];
    Arrays.setAll(ids, i -> i + 1L);
    return ids;
  }

  FunctionTable functionTable() {
    int size = functionList.size();
    String[] names = new String[size];
    String[] systemNames = new String[size];
    String[] files = new String[size];
    long[] startLines = new long[size];
    for (int i = 0; i < size; i++) {
      Function function = functionList.get(i);
      names[i] = function.name;
      systemNames[i] = function.systemName;
      files[i] = function.file;
      startLines[i] = function.startLine;
    }
    return new FunctionTable(ids(size), names, systemNames, files, startLines);
  }

  LocationTable locationTable() {
    int size = locationList.size();
    int[] inMapping = new int[size];
    boolean[] folded = new boolean[size];
    int[] lineStarts = new int[size + 1];
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Location location = locationList.get(i);
      inMapping[i] = location.mapping;
      folded[i] = location.folded;
      lines.addAll(location.lines);
      lineStarts[i + 1] = lines.size();
    }
    return new LocationTable(
        ids(size),
        inMapping,
        addresses.stream().mapToLong(Long::longValue).toArray(),
        folded,
        lineStarts,
        lines.stream().mapToInt(Line::function).toArray(),
        lines.stream().mapToLong(Line::line).toArray(),
        lines.stream().mapToLong(Line::column).toArray());
  }

  MappingTable mappingTable() {
    MappingColumns columns = new MappingColumns(mappingList.size());
    for (int i = 0; i < mappingList.size(); i++) {
      MappingTable from = mappingList.get(i).from.mappings();
      int mapping = mappingList.get(i).index;
      columns.copy(from, mapping, i + 1, from.file(mapping), from.flags(mapping));
    }
    return columns.table();
  }
}
