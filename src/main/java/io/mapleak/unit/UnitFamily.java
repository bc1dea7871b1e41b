package io.mapleak.unit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Units that convert into each other, as google/pprof knows them (internal/measurement,
 * measurement.go: UnitTypes): memory, time, and Google's compute units.
 */
final class UnitFamily {
  private static final UnitFamily MEMORY =
      new UnitFamily(
          0,
          new Unit("B", 1, "b", "byte"),
          new Unit("kB", 0x1p10, "kb", "kbyte", "kilobyte"),
          new Unit("MB", 0x1p20, "mb", "mbyte", "megabyte"),
          new Unit("GB", 0x1p30, "gb", "gbyte", "gigabyte"),
          new Unit("TB", 0x1p40, "tb", "tbyte", "terabyte"),
          new Unit("PB", 0x1p50, "pb", "pbyte", "petabyte"));

  private static final UnitFamily TIME =
      new UnitFamily(
          3,
          new Unit("ns", 1, "ns", "nanosecond"),
          new Unit("us", 1e3, "\u03bcs", "us", "microsecond"),
          new Unit("ms", 1e6, "ms", "millisecond"),
          new Unit("s", 1e9, "s", "sec", "second"),
          new Unit("hrs", 3600e9, "hour", "hr"));

  private static final UnitFamily COMPUTE =
      new UnitFamily(
          3,
          new Unit("n*GCU", 1e-9, "nanogcu"),
          new Unit("u*GCU", 1e-6, "microgcu"),
          new Unit("m*GCU", 1e-3, "milligcu"),
          new Unit("GCU", 1, "gcu"),
          new Unit("k*GCU", 1e3, "kilogcu"),
          new Unit("M*GCU", 1e6, "megagcu"),
          new Unit("G*GCU", 1e9, "gigagcu"),
          new Unit("T*GCU", 1e12, "teragcu"),
          new Unit("P*GCU", 1e15, "petagcu"));

  /** One unit: how it prints, its size in the family's smallest whole, and how it may be called. */
  static final class Unit {
    final String name;
    final double factor;
    private final String[] aliases;

    Unit(String name, double factor, String... aliases) {
      this.name = name;
      this.factor = factor;
      this.aliases = aliases;
    }

    boolean isCalled(String name) {
      for (String alias : aliases) {
        if (alias.equals(name)) {
          return true;
        }
      }
      return false;
    }
  }

  private static final UnitFamily[] ALL = {MEMORY, TIME, COMPUTE};

  private final Unit[] units;
  private final Unit fallback;

  private UnitFamily(int fallback, Unit... units) {
    this.units = units;
    this.fallback = units[fallback];
  }

  /** The family that has a unit of this name; null when none has. */
  static @Nullable UnitFamily of(String unit) {
    for (UnitFamily family : ALL) {
      if (family.unit(unit) != null) {
        return family;
      }
    }
    return null;
  }

  /** The unit of this name in any case, a plural s allowed; null when the family has none. */
  @Nullable Unit unit(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    if (known.length() > 2 && known.endsWith("s")) {
      known = known.substring(0, known.length() - 1);
    }
    for (Unit unit : units) {
      if (unit.isCalled(known)) {
        return unit;
      }
    }
    return null;
  }

  /** The unit for values that no unit was named for, or an unknown one. */
  Unit fallback() {
    return fallback;
  }

  /** The largest unit of which the value has at least one; {@link #fallback} when it has none. */
  Unit largestFor(double value) {
    Unit best = null;
    for (Unit unit : units) {
      if (value / unit.factor >= 1 && (best == null || unit.factor >= best.factor)) {
        best = unit;
      }
    }
    return best == null ? fallback : best;
  }
}
