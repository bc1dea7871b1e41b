package io.mapleak.simulator.size;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.simulator.Models;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a map costs once its entries are inserted, one after the other. Sizes are bytes as the
 * allocator charges them; ranges are over hash seeds, the best guess is their median. Counts all
 * that the map itself allocates: header, arrays or tables, directory, overflow, keys and elems
 * stored apart; not what they point to.
 *
 * @param hint entries that it was made for, or {@link Models#NO_HINT}
 * @param slotBytes a slot of its buckets or groups; null for a sync.Map
 * @param bytes what it holds at the end
 * @param allocated all that it allocated on the way; the rest is garbage
 * @param peak most that it held at once
 * @param slots entries that its arrays have room for, overflow buckets not counted
 * @param growing whether a classic map is left with its old array beside the new one: the entries
 *     move with the inserts that follow
 * @param blocks the blocks of the median run, the smallest first; they add up to {@code
 *     bytes.best()}
 * @param life null with a hint, for a sync.Map and for an empty map
 * @param runs hash seeds that were tried
 */
public record MapCost(
    GoVersion go,
    Implementation implementation,
    long entries,
    long hint,
    @Nullable Integer slotBytes,
    Interval bytes,
    Interval allocated,
    Interval peak,
    long slots,
    boolean growing,
    List<BlockCount> blocks,
    @Nullable ArrayLife life,
    int runs) {
  public MapCost {
    blocks = List.copyOf(blocks);
  }

  /** Whether it was made with a hint. */
  public boolean hinted() {
    return hint != Models.NO_HINT;
  }

  /** Bytes for each entry; null when there is none. */
  public @Nullable Interval bytesPerEntry() {
    return entries == 0 ? null : bytes.times(1.0 / entries);
  }

  /** What was allocated and let go again while it grew, in the median. */
  public double garbage() {
    return Math.max(0, allocated.best() - bytes.best());
  }
}
