package io.mapleak.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts the profiles of a folder by the process that wrote them. Each profile continues the run
 * whose newest profile it can follow: same binary, same sampling rate, no counter of allocated
 * bytes lower. When it can follow several, it continues the one with which it shares most stacks,
 * and of these the one that has allocated most.
 */
final class ProcessRuns {
  /**
   * Runs that a profile is compared with, newest first. A folder of more than 64 processes that
   * take turns is a fleet's; then a process may be split into several runs, never joined with
   * another.
   */
  private static final int COMPARED = 64;

  private final List<Run> runs = new ArrayList<>();

  /** Sorts profiles that are in time order. */
  ProcessRuns(List<Snapshot> snapshots) {
    snapshots.forEach(this::add);
  }

  /** The profiles of one process. Time order is the order of {@code first} and {@code last}. */
  static final class Run {
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final int first;
    private int last;
    private ProcessIdentity identity;
    private AllocCounters counters;

    private Run(int position, Snapshot snapshot, ProcessIdentity id, AllocCounters counters) {
      this.first = position;
      this.last = position;
      this.identity = id;
      this.counters = counters;
      snapshots.add(snapshot);
    }

    List<Snapshot> snapshots() {
      return snapshots;
    }

    ProcessIdentity identity() {
      return identity;
    }

    /** Whether the two processes wrote profiles in turn. */
    boolean overlaps(Run other) {
      return first < other.last && other.first < last;
    }

    private void extend(int position, Snapshot snapshot, ProcessIdentity id, AllocCounters next) {
      snapshots.add(snapshot);
      last = position;
      identity = id;
      counters = next;
    }
  }

  /** The runs, that with the newest profile last. */
  List<Run> runs() {
    return runs.stream().sorted(Comparator.comparingInt((Run run) -> run.last)).toList();
  }

  /**
   * The run to analyse: that with the newest profile, or the longest of those that were written in
   * turn with it.
   */
  Run chosen() {
    List<Run> byEnd = runs();
    Run newest = byEnd.get(byEnd.size() - 1);
    Run chosen = newest;
    for (int i = byEnd.size() - 2; i >= 0; i--) {
      Run run = byEnd.get(i);
      if (run.overlaps(newest) && run.snapshots.size() > chosen.snapshots.size()) {
        chosen = run;
      }
    }
    return chosen;
  }

  private void add(Snapshot snapshot) {
    int position = runs.stream().mapToInt(run -> run.snapshots.size()).sum();
    ProcessIdentity identity = ProcessIdentity.of(snapshot.profile());
    AllocCounters counters = AllocCounters.of(snapshot.profile());
    List<Run> byEnd = runs();
    Run best = null;
    int bestShared = -1;
    for (int i = byEnd.size() - 1; i >= Math.max(0, byEnd.size() - COMPARED); i--) {
      Run run = byEnd.get(i);
      if (identity.otherProcess(run.identity) || identity.otherRate(run.identity)) {
        continue;
      }
      AllocCounters.Change change = run.counters.to(counters);
      if (!change.sameProcess() || change.shared() < bestShared) {
        continue;
      }
      if (best == null
          || change.shared() > bestShared
          || run.counters.total() > best.counters.total()) {
        best = run;
        bestShared = change.shared();
      }
    }
    if (best == null) {
      runs.add(new Run(position, snapshot, identity, counters));
    } else {
      best.extend(position, snapshot, identity, counters);
    }
  }
}
