package io.mapleak.site;

import io.mapleak.gomap.Implementation;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of code at which maps are filled, as inferred from one profile. Sizes are bytes; sums are
 * over all live maps of the line.
 *
 * @param id short stable id, from the line alone
 * @param at the line of the assignment; for a sync.Map the first caller outside sync
 * @param implementation the design
 * @param slotBytes stored key and elem of one slot together, with padding; null when it can't be
 *     told
 * @param arrayBytes what the allocator charges for the live bucket arrays or groups
 * @param oldArrayBytes classic maps: what the arrays under evacuation still hold; 0 when no growth
 *     is under way
 * @param companionBytes live bytes that move with the entries: keys and values allocated at the
 *     line itself
 * @param entries live entries; null when nothing bounds them
 * @param instances how many live maps, best guess; 0 when none is seen to live
 * @param confidence probability that this line is a map, 0 to 1
 * @param why the reasons, strongest first
 */
public record MapSite(
    String id,
    CodeLine at,
    Implementation implementation,
    @Nullable Integer slotBytes,
    Interval arrayBytes,
    double oldArrayBytes,
    double companionBytes,
    @Nullable Interval entries,
    long instances,
    double confidence,
    List<String> why) {
  public MapSite {
    why = List.copyOf(why);
  }

  /** Live bytes that the line holds: arrays, arrays under evacuation, and companions. */
  public double retainedBytes() {
    return arrayBytes.best() + oldArrayBytes + companionBytes;
  }
}
