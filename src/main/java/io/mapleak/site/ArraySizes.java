package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.SwissLayout;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which slots make arrays of a size. Of 512 layouts few fit a given block, so that a reading of
 * each allocation point of a large profile need not try them all.
 */
final class ArraySizes {
  private final Map<Long, BitSet> bySize = new HashMap<>();

  private ArraySizes() {}

  /** Filled on first use. */
  private static final class Classic {
    static final ArraySizes SIZES = new ArraySizes();

    static {
      for (int slot = 1; slot <= SlotPrior.MAX_SLOT; slot++) {
        for (boolean header : new boolean[] {true, false}) {
          ClassicLayout layout = new ClassicLayout(slot, header);
          for (int b = 1; b <= ClassicLayout.MAX_B; b++) {
            SIZES.add(layout.arrayCharge(b), slot, header);
          }
        }
      }
    }

    private Classic() {}
  }

  /** Filled on first use. */
  private static final class Swiss {
    static final ArraySizes SIZES = new ArraySizes();

    static {
      for (int slot = 1; slot <= SlotPrior.MAX_SLOT; slot++) {
        for (boolean pointers : new boolean[] {true, false}) {
          SwissLayout layout = new SwissLayout(slot, pointers);
          for (int table = 2 * SwissLayout.SLOTS; table <= SwissLayout.MAX_TABLE; table *= 2) {
            SIZES.add(layout.tableCharge(table), slot, pointers);
          }
        }
      }
    }

    private Swiss() {}
  }

  /** Arrays of 2 buckets and more. */
  static ArraySizes classic() {
    return Classic.SIZES;
  }

  /** Tables of 16 slots and more. */
  static ArraySizes swiss() {
    return Swiss.SIZES;
  }

  private void add(long charge, int slot, boolean header) {
    bySize.computeIfAbsent(charge, size -> new BitSet()).set(code(slot, header));
  }

  private static int code(int slot, boolean header) {
    return 2 * slot + (header ? 0 : 1);
  }

  /** Takes a slot, and whether its arrays have a malloc header. */
  interface Candidates {
    void accept(int slot, boolean header);
  }

  /** Tells the slots that make one of the blocks at least: small ones first, with header first. */
  void forEach(List<Block> blocks, Candidates candidates) {
    BitSet codes = new BitSet();
    for (Block block : blocks) {
      BitSet of = bySize.get(block.bytes());
      if (of != null) {
        codes.or(of);
      }
    }
    codes.stream().forEach(code -> candidates.accept(code / 2, code % 2 == 0));
  }
}
