package io.mapleak.simulator.size;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One map filled with one seed. */
final class Filling {
  /** No design makes its arrays last for more than this many times the entries it has. */
  private static final int LONGEST_LIFE = 4;

  private Filling() {}

  /** What one run shows. */
  record Run(
      long live, long allocated, long peak, long slots, boolean growing, List<BlockCount> blocks) {}

  /** Fills a map with so many keys. */
  static Run run(SizedMap map, GoVersion go, long entries, long hint, int seed) {
    MapModel model = map.make(go, hint, new SeededHashes(seed));
    for (int key = 0; key < entries; key++) {
      model.assign(key);
    }
    List<BlockCount> blocks =
        model.heap().blocks().entrySet().stream()
            .map(e -> new BlockCount(e.getKey(), e.getValue()))
            .toList();
    return new Run(
        model.heap().live(),
        model.heap().totalAlloc(),
        model.heap().peak(),
        model.gauges().slots(),
        model.gauges().evacuationBacklog() > 0,
        blocks);
  }

  /**
   * Fills a map without a hint beyond {@code entries}, until its arrays grow. Tables of a large
   * Swiss map split one by one, in a wave about each doubling: the wave counts as one growth.
   */
  static @Nullable ArrayLife life(SizedMap map, GoVersion go, long entries) {
    if (entries == 0 || map instanceof SizedMap.SyncMap) {
      return null;
    }
    MapModel model = map.make(go, Models.NO_HINT, new SeededHashes(0));
    int rung = 0;
    ArrayLife life = null;
    for (int key = 0; key < LONGEST_LIFE * entries + 8; key++) {
      long mallocs = model.heap().mallocs();
      model.assign(key);
      long count = key + 1L;
      if (model.heap().mallocs() - mallocs > map.blocksPerEntry()) {
        int now = rung(model.gauges().slots());
        if (now != rung) {
          if (count > entries) {
            break;
          }
          rung = now;
          life = null;
        }
      }
      life = with(life, count, (double) model.heap().live() / count);
    }
    return life;
  }

  /** The cheapest entry count is looked for behind the dearest: a large map's growth takes time. */
  private static ArrayLife with(@Nullable ArrayLife life, long count, double each) {
    if (life == null || each > life.worst()) {
      return new ArrayLife(count, each, count, each);
    }
    return each < life.best() ? new ArrayLife(life.worstAt(), life.worst(), count, each) : life;
  }

  /** Log2 of the slots, rounded up. */
  private static int rung(long slots) {
    return Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, slots - 1));
  }
}
