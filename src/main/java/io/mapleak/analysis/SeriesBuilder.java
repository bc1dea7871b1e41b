package io.mapleak.analysis;

import io.mapleak.analysis.InputReport.Status;
import io.mapleak.evidence.Observation;
import io.mapleak.evidence.Reading;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.pprof.Decoded;
import io.mapleak.pprof.MemStats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a series of what was read: picks the steps, orders them, and says why the rest is none. */
final class SeriesBuilder {
  private static final String REPEATS = "no step of the series: it repeats a moment of the others";

  private static final Comparator<ReadInput> BY_NAME =
      Comparator.comparing(input -> input.file().path(), NaturalOrder.INSTANCE);

  private final List<InputReport> others = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<SideEvidence.Exhibit> exhibits = new ArrayList<>();
  private Optional<MemStats> memStats = Optional.empty();

  /**
   * Makes the series.
   *
   * @param inputs what was read, in any order
   * @param failures arguments that led to no file
   */
  Series build(List<ReadInput> inputs, List<InputReport> failures) {
    List<ReadInput> heaps = new ArrayList<>();
    List<ReadInput> allocs = new ArrayList<>();
    for (ReadInput input : inputs.stream().sorted(BY_NAME).toList()) {
      switch (input.decoded() == null || input.reading() != null ? "" : input.kind()) {
        case ProfileKind.HEAP -> heaps.add(input);
        case ProfileKind.ALLOCS -> allocs.add(input);
        case ProfileKind.HEAP_DELTA -> delta(input);
        default -> other(input);
      }
      memStats(input);
    }
    List<ReadInput> steps = candidates(heaps, allocs);
    RunChoice choice = new RunChoice(distinct(steps));
    diagnostics.addAll(choice.diagnostics());
    List<InputReport> reports = new ArrayList<>();
    Set<String> used = choice.steps().stream().map(Snapshot::path).collect(Collectors.toSet());
    for (ReadInput step : steps) {
      String why = choice.unused().get(step.file().path());
      if (why != null) {
        others.add(step.report(Status.SKIPPED, why));
      } else if (used.contains(step.file().path())) {
        reports.add(step.report(Status.OK, notes(step)));
      }
    }
    noteSeries(choice.steps());
    others.addAll(failures);
    others.sort(Comparator.comparing(InputReport::path, NaturalOrder.INSTANCE));
    reports.addAll(others);
    return new Series(choice.steps(), reports, diagnostics, new SideEvidence(exhibits, memStats));
  }

  private void delta(ReadInput input) {
    String why = "a difference of two moments (?seconds=), which is no step of a series";
    others.add(input.report(Status.SKIPPED, why));
    diagnostics.add(
        new Diagnostic(
            "delta-profile",
            input.file().path() + " is " + why + ": capture it without ?seconds="));
  }

  private void other(ReadInput input) {
    Reading reading = input.reading();
    if (reading != null) {
      evidence(input, reading);
    } else if (input.decoded() == null) {
      others.add(input.report(input.status(), input.message()));
    } else {
      others.add(input.report(Status.SKIPPED, "a profile of another kind, not used"));
    }
  }

  private void evidence(ReadInput input, Reading reading) {
    String path = input.file().path();
    others.add(input.report(Status.OK, String.join("; ", reading.notes())));
    for (Observation observation : reading.observations()) {
      exhibits.add(new SideEvidence.Exhibit(path, observation));
    }
    for (String note : reading.notes()) {
      diagnostics.add(new Diagnostic("evidence-in-part", path + ": " + note));
    }
  }

  private void memStats(ReadInput input) {
    if (input.decoded() != null && input.decoded().memStats().isPresent()) {
      memStats = input.decoded().memStats();
    }
  }

  /** The heap profiles that are steps: dated ones where there are some, allocs only alone. */
  private List<ReadInput> candidates(List<ReadInput> heaps, List<ReadInput> allocs) {
    List<ReadInput> profiles = heaps.isEmpty() ? allocs : heaps;
    if (!heaps.isEmpty()) {
      allocs.forEach(input -> others.add(input.report(Status.OK, REPEATS)));
    }
    List<ReadInput> dated = profiles.stream().filter(input -> time(input) != 0).toList();
    if (dated.isEmpty()) {
      if (profiles.size() > 1) {
        diagnostics.add(
            new Diagnostic(
                "undated",
                "no profile tells its time: they are ordered by name, and growth is known per step"
                    + " only; capture them without debug=1"));
      }
      return profiles;
    }
    profiles.stream()
        .filter(input -> time(input) == 0)
        .forEach(input -> others.add(input.report(Status.OK, "undated, so " + REPEATS)));
    return dated.stream().sorted(Comparator.comparingLong(SeriesBuilder::time)).toList();
  }

  /** Leaves out profiles of the same moment and the same content. */
  private List<Snapshot> distinct(List<ReadInput> steps) {
    List<Snapshot> distinct = new ArrayList<>();
    Map<Totals, String> seen = new HashMap<>();
    for (ReadInput step : steps) {
      Snapshot snapshot = snapshot(step);
      String first =
          snapshot.timeNanos() == 0
              ? null
              : seen.putIfAbsent(Totals.of(snapshot.profile()), snapshot.path());
      if (first == null) {
        distinct.add(snapshot);
        continue;
      }
      others.add(step.report(Status.OK, "no step of the series: the same profile as " + first));
      diagnostics.add(
          new Diagnostic(
              "same-moment",
              snapshot.path() + " is the same profile as " + first + ": taken once"));
    }
    return distinct;
  }

  private void noteSeries(List<Snapshot> steps) {
    if (steps.isEmpty()) {
      diagnostics.add(
          new Diagnostic(
              "no-heap-profile",
              "no heap profile among the inputs, so nothing can be said of its maps: capture some"
                  + " with curl -o heap-1.pb.gz 'http://HOST/debug/pprof/heap?gc=1'"));
      return;
    }
    if (!AllocCounters.hasBlockSizes(steps.get(steps.size() - 1).profile())) {
      diagnostics.add(
          new Diagnostic(
              "no-block-sizes",
              "the newest profile has no block sizes (label bytes), which stores such as Pyroscope"
                  + " and Parca drop: maps can't be told from other memory, so all map rules are"
                  + " off; capture straight from the process with curl"));
    }
  }

  private static String notes(ReadInput input) {
    return input.decoded() == null ? "" : String.join("; ", input.decoded().notes());
  }

  private static Snapshot snapshot(ReadInput input) {
    Decoded decoded = input.decoded();
    if (decoded == null) {
      throw new IllegalArgumentException("no profile: " + input.file().path());
    }
    return new Snapshot(
        input.file().path(),
        decoded.profile(),
        decoded.encoding(),
        decoded.profile().header().timeNanos(),
        decoded.memStats());
  }

  private static long time(ReadInput input) {
    return input.decoded() == null ? 0 : input.decoded().profile().header().timeNanos();
  }
}
