package io.mapleak.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts goroutines by stack. */
final class GoroutineCounts {
  /** 64 Ki distinct stacks: a process has some hundred. */
  private static final int MOST_GROUPS = 1 << 16;

  private record Key(String state, List<StackFrame> frames, @Nullable StackFrame createdBy) {}

  private record Tally(long count, long minutes, boolean leaked) {}

  private final Map<Key, Tally> tallies = new LinkedHashMap<>();
  private long total;

  void add(Goroutine goroutine) {
    add(
        1,
        goroutine.state(),
        goroutine.waitMinutes(),
        goroutine.leaked(),
        goroutine.frames(),
        goroutine.createdBy());
  }

  void add(
      long count,
      String state,
      long minutes,
      boolean leaked,
      List<StackFrame> frames,
      @Nullable StackFrame createdBy) {
    total += count;
    Key key = new Key(state, List.copyOf(frames), createdBy);
    Tally tally = tallies.get(key);
    if (tally != null) {
      tallies.put(
          key,
          new Tally(tally.count + count, Math.max(tally.minutes, minutes), tally.leaked && leaked));
    } else if (tallies.size() < MOST_GROUPS) {
      tallies.put(key, new Tally(count, minutes, leaked));
    }
  }

  long total() {
    return total;
  }

  /** All goroutines, grouped. */
  GoroutineSnapshot snapshot(GoroutineSnapshot.Form form, long timeNanos) {
    List<GoroutineGroup> groups = new ArrayList<>();
    tallies.forEach(
        (key, tally) ->
            groups.add(
                new GoroutineGroup(
                    tally.count,
                    key.state,
                    tally.minutes,
                    tally.leaked,
                    key.frames,
                    key.createdBy)));
    groups.sort(Comparator.comparingLong(GoroutineGroup::count).reversed());
    return new GoroutineSnapshot(form, timeNanos, total, groups);
  }
}
