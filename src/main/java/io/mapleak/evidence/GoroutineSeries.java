package io.mapleak.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Goroutines by line through all snapshots of a process. The snapshots of one form make the series;
 * the other forms tell what it does not: states, creators, proofs. Immutable.
 *
 * @param form the form of the series
 * @param times of its snapshots, nanoseconds since 1970-01-01 UTC, oldest first; 0 when undated
 * @param totals goroutines of each snapshot, those of all lines together
 * @param tracks the lines, those with the most goroutines in the newest snapshot first
 */
public record GoroutineSeries(
    GoroutineSnapshot.Form form, List<Long> times, List<Long> totals, List<GoroutineTrack> tracks) {
  public GoroutineSeries {
    times = List.copyOf(times);
    totals = List.copyOf(totals);
    tracks = List.copyOf(tracks);
  }

  private record Key(StackFrame at, StackFrame entry) {}

  private static final class Lane {
    private final long[] counts;
    private @Nullable StackFrame createdBy;
    private String state = "";
    private long states;
    private long minutes;
    private long leaked;

    Lane(int steps) {
      counts = new long[steps];
    }

    void describe(GoroutineGroup group, GoroutineSnapshot.Form form) {
      minutes = Math.max(minutes, group.longestWaitMinutes());
      if (group.createdBy() != null) {
        createdBy = group.createdBy();
      }
      if (!group.state().isEmpty() && group.count() > states) {
        state = group.state();
        states = group.count();
      }
      leaked += form == GoroutineSnapshot.Form.LEAKED ? group.count() : 0;
    }
  }

  /**
   * Follows the goroutines.
   *
   * @param snapshots of one process; dated ones in time order, others in the order of their inputs
   */
  public static GoroutineSeries of(List<GoroutineSnapshot> snapshots) {
    GoroutineSnapshot.Form form = seriesForm(snapshots);
    List<GoroutineSnapshot> steps = snapshots.stream().filter(s -> s.form() == form).toList();
    Map<Key, Lane> lanes = new TreeMap<>(Comparator.comparing(Key::at).thenComparing(Key::entry));
    for (int step = 0; step < steps.size(); step++) {
      for (GoroutineGroup group : steps.get(step).groups()) {
        Key key = key(group);
        if (key != null) {
          Lane lane = lanes.computeIfAbsent(key, k -> new Lane(steps.size()));
          lane.counts[step] += group.count();
        }
      }
    }
    for (GoroutineSnapshot snapshot : snapshots) {
      for (GoroutineGroup group : snapshot.groups()) {
        Key key = key(group);
        boolean proof = snapshot.form() == GoroutineSnapshot.Form.LEAKED || group.leaked();
        if (key != null && (proof || lanes.containsKey(key))) {
          lanes.computeIfAbsent(key, k -> new Lane(steps.size())).describe(group, snapshot.form());
        }
      }
    }
    return new GoroutineSeries(
        form,
        steps.stream().map(GoroutineSnapshot::timeNanos).toList(),
        steps.stream().map(GoroutineSnapshot::total).toList(),
        tracks(lanes));
  }

  private static List<GoroutineTrack> tracks(Map<Key, Lane> lanes) {
    List<GoroutineTrack> tracks = new ArrayList<>();
    lanes.forEach(
        (key, lane) ->
            tracks.add(
                new GoroutineTrack(
                    key.at,
                    key.entry,
                    lane.createdBy,
                    lane.state,
                    lane.minutes,
                    lane.leaked,
                    Arrays.stream(lane.counts).boxed().toList())));
    tracks.sort(Comparator.comparingLong(GoroutineTrack::last).reversed());
    return tracks;
  }

  private static @Nullable Key key(GoroutineGroup group) {
    StackFrame at = group.at();
    StackFrame entry = group.entry();
    // the line that a function was left at changes while it runs; its name is enough to know it by
    return at == null || entry == null
        ? null
        : new Key(at, new StackFrame(entry.function(), entry.file(), 0));
  }

  /** The form with the most snapshots, the one that tells times first. */
  private static GoroutineSnapshot.Form seriesForm(List<GoroutineSnapshot> snapshots) {
    List<GoroutineSnapshot.Form> forms =
        List.of(
            GoroutineSnapshot.Form.PROFILE,
            GoroutineSnapshot.Form.COUNTS,
            GoroutineSnapshot.Form.STACKS);
    return Collections.max(
        forms,
        Comparator.comparingLong(
                (GoroutineSnapshot.Form form) ->
                    snapshots.stream().filter(s -> s.form() == form).count())
            .thenComparing(Comparator.reverseOrder()));
  }
}
