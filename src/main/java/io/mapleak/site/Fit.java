package io.mapleak.site;

import io.mapleak.gomap.Implementation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reading of an allocation point as the growth of maps of one type.
 *
 * @param implementation the design
 * @param slotBytes stored key and elem of a slot
 * @param header whether its arrays carry a malloc header
 * @param arrays blocks that are bucket arrays or tables of groups
 * @param units blocks of one bucket or one group
 * @param others blocks that are the map's but no part of its array: overflow lists, headers,
 *     indirect keys and elems
 * @param logOdds natural logarithm of the odds that this is a map
 * @param why the reasons, strongest first
 * @param otherSlot stored key and elem of maps that would make the same blocks, and that are nearly
 *     as common; null when there are none
 */
record Fit(
    Implementation implementation,
    int slotBytes,
    boolean header,
    List<Block> arrays,
    List<Block> units,
    List<Block> others,
    double logOdds,
    List<String> why,
    @Nullable Integer otherSlot) {
  Fit {
    arrays = List.copyOf(arrays);
    units = List.copyOf(units);
    others = List.copyOf(others);
    why = List.copyOf(why);
  }

  /** A reading of which no other slot would make the same blocks. */
  Fit(
      Implementation implementation,
      int slotBytes,
      boolean header,
      List<Block> arrays,
      List<Block> units,
      List<Block> others,
      double logOdds,
      List<String> why) {
    this(implementation, slotBytes, header, arrays, units, others, logOdds, why, null);
  }

  /** The same reading with other odds, and the reasons for them. */
  Fit withOdds(double odds, List<String> reasons) {
    return new Fit(
        implementation, slotBytes, header, arrays, units, others, odds, reasons, otherSlot);
  }

  /** The same reading with another slot that fits as well. */
  Fit withOtherSlot(@Nullable Integer other) {
    return new Fit(implementation, slotBytes, header, arrays, units, others, logOdds, why, other);
  }

  /** Odds as a probability. */
  double confidence() {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
