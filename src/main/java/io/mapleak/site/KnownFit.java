package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.SizeClasses;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.source.MapSource;
import io.mapleak.source.SizeHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an allocation point as the map that the source says stands there. */
final class KnownFit {
  /** Log odds that arrays of exactly the map's layout, at its line, are its arrays. */
  private static final double ARRAYS = 7;

  /** The same for blocks of one bucket or group: another object of the line can be as large. */
  private static final double UNITS = 3;

  /** Live blocks sampled: a large map's overflow buckets are not seen more often than its array. */
  private static final long LEAST_UNITS = 3;

  /**
   * Headers of maps and tables, and what hangs on them (runtime/map.go: hmap, mapextra;
   * internal/runtime/maps: Map, table).
   */
  private static final Set<Long> HEADERS = Set.of(24L, 32L, 48L, 64L);

  private KnownFit() {}

  /** The reading; null when the blocks are not those of that map. */
  static @Nullable Fit of(AllocationPoint point, MapSource source, GoVersionReading go) {
    MapType type = source.layout();
    if (type == null) {
      return null;
    }
    Implementation known = go.implementation();
    Fit classic = known == Implementation.SWISS ? null : classic(point, source, type, go);
    return classic != null || known == Implementation.CLASSIC
        ? classic
        : swiss(point, source, type, go);
  }

  private static @Nullable Fit classic(
      AllocationPoint point, MapSource source, MapType type, GoVersionReading go) {
    ClassicLayout layout = type.classic(go.high());
    List<Block> arrays = new ArrayList<>();
    List<Block> units = new ArrayList<>();
    List<Block> others = new ArrayList<>();
    for (Block block : point.blocks()) {
      int b = layout.bOf(block.bytes());
      if (b > 0) {
        arrays.add(block);
      } else if (b == 0) {
        units.add(block);
      } else if (isBeside(block.bytes(), type)
          || OverflowList.isCharge(
              block.bytes(), go.mayHaveMallocHeader(), go.mayLackMallocHeader())) {
        others.add(block);
      } else {
        return null;
      }
    }
    return fit(
        Implementation.CLASSIC, layout.slotBytes(), layout.header(), arrays, units, others, source);
  }

  private static @Nullable Fit swiss(
      AllocationPoint point, MapSource source, MapType type, GoVersionReading go) {
    GoVersion version = go.high();
    SwissLayout layout = type.swiss(version);
    List<Block> arrays = new ArrayList<>();
    List<Block> units = new ArrayList<>();
    List<Block> others = new ArrayList<>();
    for (Block block : point.blocks()) {
      int capacity = layout.capacityOf(block.bytes());
      if (capacity > SwissLayout.SLOTS) {
        arrays.add(block);
      } else if (capacity == SwissLayout.SLOTS) {
        units.add(block);
      } else if (isBeside(block.bytes(), type) || isDirectory(block.bytes())) {
        others.add(block);
      } else {
        return null;
      }
    }
    return fit(
        Implementation.SWISS, layout.slotBytes(), layout.pointers(), arrays, units, others, source);
  }

  /**
   * Whether single buckets are maps of their own, not the overflow buckets of a large map whose
   * array another line made, or was not sampled.
   */
  private static boolean areMaps(List<Block> units, MapSource source) {
    long live = units.stream().mapToLong(Block::inuseSampled).sum();
    return live >= LEAST_UNITS && source.hint() != SizeHint.GIVEN;
  }

  /** Headers, and keys and elems that stand in objects of their own. */
  private static boolean isBeside(long bytes, MapType type) {
    return HEADERS.contains(bytes) || isObject(bytes, type.key()) || isObject(bytes, type.elem());
  }

  private static boolean isObject(long bytes, GoType type) {
    return type.indirect()
        && (SizeClasses.charge(type.size(), false) == bytes
            || SizeClasses.charge(type.size(), true) == bytes);
  }

  private static boolean isDirectory(long bytes) {
    return Long.bitCount(bytes) == 1
        || (bytes <= SizeClasses.MAX_SMALL
            && bytes == SizeClasses.charge(Long.highestOneBit(bytes) + SizeClasses.HEADER, false));
  }

  private static @Nullable Fit fit(
      Implementation implementation,
      int slot,
      boolean header,
      List<Block> arrays,
      List<Block> units,
      List<Block> others,
      MapSource source) {
    boolean small = arrays.isEmpty();
    if (small && !areMaps(units, source)) {
      return null;
    }
    List<String> why =
        List.of(
            "the source has "
                + source.type()
                + " at "
                + source.at().text()
                + ", with slots of "
                + slot
                + " bytes",
            small
                ? "its blocks are single "
                    + (implementation == Implementation.SWISS ? "groups" : "buckets")
                    + " of that map"
                : "its blocks are exactly arrays of that map");
    return new Fit(
        implementation,
        slot,
        header,
        small ? units : arrays,
        small ? List.of() : units,
        others,
        small ? UNITS : ARRAYS,
        why);
  }
}
