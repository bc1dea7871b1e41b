package io.mapleak.site;

import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SizeClasses;
import io.mapleak.gomap.SwissLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads an allocation point as a Swiss map: every size must be the groups of a table of 8 to 1024
 * slots, or one of the few other blocks of a map. The strongest sign is hidden in the profile's
 * form: a table of 1024 slots is made at three places of the runtime (table.grow, and the left and
 * right half of table.split, internal/runtime/maps/table.go), whose frames are hidden, so that
 * several samples have the same visible stack and the same size. No slice does that.
 */
final class SwissFit {
  /** Log odds of two samples that only hidden frames tell apart, at a size of tables. */
  private static final double TWINS = 9;

  /** Each further one. */
  private static final double MORE_TWINS = 1;

  /**
   * Twins below this block size prove nothing: small blocks have several hidden paths since Go
   * 1.27.
   */
  private static final long SMALLEST_TWIN = 512;

  /** A further table size that no doubling slice has. */
  private static final double RUNG_NO_SLICE_HAS = 2.0;

  /** A further table size that a doubling slice has as well. */
  private static final double RUNG_A_SLICE_HAS = 0.4;

  /**
   * Share of big maps whose largest tables are all made at one place: by a hint, or many maps of
   * one table.
   */
  private static final double MADE_AT_ONE_PLACE = Math.log(0.3);

  /**
   * All maps of more than 896 entries have tables of one size, where other blocks spread over
   * several octaves.
   */
  private static final double FULL_TABLE = Math.log(6);

  /** A block of the size of a table's header object beside much larger ones. */
  private static final double TABLE_OBJECT = 2.5;

  /** A block of the size of a directory, a power of two. */
  private static final double DIRECTORY = 1.5;

  /** The map's own header (internal/runtime/maps/map.go: Map). */
  private static final long HEADER_OBJECT = 48;

  /** Smallest array, bytes, beside which indirect keys and elems are believed. */
  private static final long SMALLEST_ARRAY_BESIDE_INDIRECT = 4096;

  private final AllocationPoint point;

  /** The likeliest reading so far, its log weight, and the prior of all that fit. */
  private @Nullable Fit best;

  private double bestWeight = Double.NEGATIVE_INFINITY;
  private double marginal;

  private SwissFit(AllocationPoint point) {
    this.point = point;
  }

  /** The best Swiss reading, or null when the sizes fit no Swiss map. */
  static @Nullable Fit of(AllocationPoint point) {
    return new SwissFit(point).best();
  }

  private @Nullable Fit best() {
    ArraySizes.swiss().forEach(point.blocks(), this::consider);
    return best == null ? null : judge(best, marginal);
  }

  private void consider(int slot, boolean pointers) {
    Fit fit = roles(slot, pointers);
    if (fit == null) {
      return;
    }
    double prior = SlotPrior.swiss(slot) * (pointers ? 0.7 : 0.3);
    marginal += prior;
    double weight = Math.log(prior) - 2 * fit.others().size() + fullTables(fit);
    if (weight > bestWeight) {
      bestWeight = weight;
      best = fit;
    }
  }

  /**
   * Twins show at tables of 1024 slots: a reading that gives that size to the twins is the likelier
   * one.
   */
  private static double fullTables(Fit fit) {
    SwissLayout layout = new SwissLayout(fit.slotBytes(), fit.header());
    for (Block block : fit.arrays()) {
      if (block.twins() > 0 && block.bytes() >= SMALLEST_TWIN) {
        return layout.capacityOf(block.bytes()) == SwissLayout.MAX_TABLE ? TWINS : 0;
      }
    }
    return 0;
  }

  private @Nullable Fit roles(int slot, boolean pointers) {
    SwissLayout layout = new SwissLayout(slot, pointers);
    List<Block> arrays = new ArrayList<>();
    List<Block> units = new ArrayList<>();
    List<Block> others = new ArrayList<>();
    long largest = 0;
    int indirect = 0;
    for (Block block : point.blocks()) {
      int capacity = layout.capacityOf(block.bytes());
      if (capacity > SwissLayout.SLOTS) {
        arrays.add(block);
        largest = Math.max(largest, block.bytes());
      } else if (capacity == SwissLayout.SLOTS) {
        units.add(block);
      } else if (block.bytes() == SwissLayout.TABLE_OBJECT
          || block.bytes() == HEADER_OBJECT
          || isDirectory(block.bytes())) {
        others.add(block);
      } else if (block.bytes() > 128 && block.bytes() <= SizeClasses.MAX_SMALL && indirect < 2) {
        indirect++;
        others.add(block);
      } else {
        return null;
      }
    }
    if (arrays.isEmpty() || (indirect > 0 && largest < SMALLEST_ARRAY_BESIDE_INDIRECT)) {
      return null;
    }
    return new Fit(Implementation.SWISS, slot, pointers, arrays, units, others, 0, List.of());
  }

  /** A directory is an array of 2^d pointers. */
  private static boolean isDirectory(long bytes) {
    for (long entries = 2; entries <= 1 << 20; entries *= 2) {
      long charge = SizeClasses.charge(8 * entries, true);
      if (charge >= bytes) {
        return charge == bytes;
      }
    }
    return false;
  }

  private Fit judge(Fit fit, double marginal) {
    SwissLayout layout = new SwissLayout(fit.slotBytes(), fit.header());
    List<String> why = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    TreeSet<Integer> capacities = new TreeSet<>();
    int twins = 0;
    long fullSampled = 0;
    for (Block block : fit.arrays()) {
      sizes.add(block.bytes());
      int capacity = layout.capacityOf(block.bytes());
      capacities.add(capacity);
      if (block.bytes() >= SMALLEST_TWIN) {
        twins += block.twins();
      }
      if (capacity == SwissLayout.MAX_TABLE) {
        fullSampled = block.allocSampled();
      }
    }
    long top = sizes.get(sizes.size() - 1);
    double odds =
        ClassicFit.prior(point) + Math.log(Math.min(1, marginal) * ClassicFit.octaveShare(top));
    if (layout.capacityOf(top) == SwissLayout.MAX_TABLE) {
      odds += FULL_TABLE;
    }
    if (twins > 0) {
      odds += TWINS + (twins - 1) * MORE_TWINS;
      why.add(
          String.format(
              Locale.ROOT,
              "several samples with one visible stack and one size of %d bytes: the hidden grow and split of tables",
              top));
    } else if (fullSampled > 1) {
      odds += Math.max(MADE_AT_ONE_PLACE, -(fullSampled - 1) * Math.log(2));
    }
    if (capacities.size() > 1) {
      boolean sliceToo = DoublingSlice.explains(sizes, true);
      odds += (capacities.size() - 1) * (sliceToo ? RUNG_A_SLICE_HAS : RUNG_NO_SLICE_HAS);
      why.add(
          String.format(
              Locale.ROOT,
              "%d block sizes are tables of %d to %d slots of %d bytes",
              capacities.size(),
              capacities.first(),
              capacities.last(),
              fit.slotBytes()));
    } else {
      why.add(
          String.format(
              Locale.ROOT,
              "its blocks are the groups of %d slots of %d bytes",
              capacities.first(),
              fit.slotBytes()));
    }
    for (Block other : fit.others()) {
      if (other.bytes() > 128) {
        odds -= 1;
      } else if (other.bytes() == SwissLayout.TABLE_OBJECT) {
        odds += TABLE_OBJECT;
        why.add("the 32-byte header objects of tables beside them");
      } else if (other.bytes() != HEADER_OBJECT && capacities.last() == SwissLayout.MAX_TABLE) {
        odds += DIRECTORY;
        why.add("a directory of tables beside them");
      }
    }
    return fit.withOdds(odds, why);
  }
}
