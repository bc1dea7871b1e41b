package io.mapleak.analysis;

import io.mapleak.analysis.ProcessRuns.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one process that is analysed, and what is said of the others. */
final class RunChoice {
  private final List<Snapshot> steps;
  private final SortedMap<String, String> unused = new TreeMap<>(NaturalOrder.INSTANCE);
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Chooses among profiles in time order. */
  RunChoice(List<Snapshot> snapshots) {
    if (snapshots.size() < 2) {
      steps = List.copyOf(snapshots);
      return;
    }
    ProcessRuns runs = new ProcessRuns(snapshots);
    Run chosen = runs.chosen();
    steps = List.copyOf(chosen.snapshots());
    List<Run> others = runs.runs().stream().filter(run -> run != chosen).toList();
    List<Run> parallel = others.stream().filter(run -> run.overlaps(chosen)).toList();
    List<Run> earlier = others.stream().filter(run -> !run.overlaps(chosen)).toList();
    if (!parallel.isEmpty()) {
      severalProcesses(parallel);
    }
    if (!earlier.isEmpty()) {
      earlierRuns(chosen, earlier);
    }
  }

  /** Profiles of the chosen process, oldest first. */
  List<Snapshot> steps() {
    return steps;
  }

  /** Paths of the other profiles, and why they are not used. */
  SortedMap<String, String> unused() {
    return unused;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private void severalProcesses(List<Run> parallel) {
    List<Snapshot> left = leave(parallel, "of another process than the series");
    diagnostics.add(
        new Diagnostic(
            "several-processes",
            "profiles of "
                + (parallel.size() + 1)
                + " processes are mixed here; only "
                + names(steps)
                + " are one series and analysed; not used: "
                + names(left)
                + ". Put each process in a directory of its own"));
  }

  private void earlierRuns(Run chosen, List<Run> earlier) {
    ProcessIdentity now = chosen.identity();
    ProcessIdentity before = earlier.get(earlier.size() - 1).identity();
    String code = "restarted";
    String what = "the process was restarted (counters of allocated bytes fell)";
    String why = "written before the process restarted";
    if (now.otherBuild(before)) {
      code = "build-changed";
      what = "another binary runs (" + change(before, now) + ")";
      why = "written by another build";
    } else if (now.otherRate(before) && !now.otherProcess(before)) {
      code = "rate-changed";
      what = "the sampling rate changed from " + before.period() + " to " + now.period() + " bytes";
      why = "written at another sampling rate";
    }
    List<Snapshot> left = leave(earlier, why);
    diagnostics.add(
        new Diagnostic(
            code,
            "from "
                + steps.get(0).path()
                + " on "
                + what
                + ": only the profiles since then are compared; not used: "
                + names(left)));
  }

  private static String change(ProcessIdentity before, ProcessIdentity now) {
    return now.buildId().equals(before.buildId())
        ? before.binary() + ", then " + now.binary()
        : "build id " + shortened(before.buildId()) + ", then " + shortened(now.buildId());
  }

  private static String shortened(String buildId) {
    return buildId.length() <= 12 ? buildId : buildId.substring(0, 12);
  }

  private List<Snapshot> leave(List<Run> runs, String why) {
    List<Snapshot> left = runs.stream().flatMap(run -> run.snapshots().stream()).toList();
    left.forEach(snapshot -> unused.put(snapshot.path(), why));
    return left;
  }

  private static String names(List<Snapshot> snapshots) {
    String first = snapshots.get(0).path();
    return switch (snapshots.size()) {
      case 1 -> first;
      case 2 -> first + " and " + snapshots.get(1).path();
      default -> first + " and " + (snapshots.size() - 1) + " more";
    };
  }
}
