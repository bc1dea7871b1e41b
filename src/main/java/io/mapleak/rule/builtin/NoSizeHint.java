package io.mapleak.rule.builtin;

import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.gomap.Implementation;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Fingerprint;
import io.mapleak.rule.Rule;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.source.MapSource;
import io.mapleak.source.MapUse;
import io.mapleak.source.Place;
import io.mapleak.source.SizeHint;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map is built again and again from nothing: each time all its smaller arrays become garbage. No
 * leak, but allocation that {@code make(map[K]V, n)} saves. A map made with a hint has one size of
 * arrays; a ladder of sizes is growth.
 */
public final class NoSizeHint implements Rule {
  /** Sizes of arrays that died, from which on they are a ladder. */
  private static final int LEAST_RUNGS = 3;

  /** Arrays of the largest size that died, sampled: fewer may be one map's end. */
  private static final long LEAST_BUILDS = 3;

  /**
   * Garbage of growth below this many bytes, over the life of the process, is not worth a change.
   */
  private static final double LEAST_GARBAGE = 1 << 20;

  @Override
  public String id() {
    return "ML007";
  }

  @Override
  public String pattern() {
    return "no-size-hint";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (Evidence.JudgedGrowth judged : evidence.sites()) {
      SiteHistory history = judged.history();
      Optional<MapSource> source = evidence.source(history.site());
      if (source.isPresent() && source.get().hint() == SizeHint.GIVEN) {
        continue;
      }
      if (isBuiltAgainAndAgain(history) && garbage(history) >= LEAST_GARBAGE) {
        findings.add(finding(history, source));
      }
    }
    return new Outcome(findings, List.of());
  }

  private static List<SiteHistory.Rung> rungs(SiteHistory history) {
    return history.steps().get(history.steps().size() - 1).rungs();
  }

  private static boolean isBuiltAgainAndAgain(SiteHistory history) {
    if (history.site().implementation() == Implementation.SYNC_MAP || rungs(history).isEmpty()) {
      return false;
    }
    SiteHistory.Rung top = top(history);
    boolean dropped = history.site().instances() == 0 || history.isRebuilt();
    return dropped && grew(history) && top.madeSampled() - top.liveSampled() >= LEAST_BUILDS;
  }

  private static SiteHistory.Rung top(SiteHistory history) {
    List<SiteHistory.Rung> rungs = rungs(history);
    return rungs.get(rungs.size() - 1);
  }

  /** Whether the maps grew to their size: a ladder of sizes died, or tables were split. */
  private static boolean grew(SiteHistory history) {
    long ladder = rungs(history).stream().filter(r -> r.madeSampled() > r.liveSampled()).count();
    return ladder >= LEAST_RUNGS || isSplit(history);
  }

  /** A table made by make, with a hint, has no twin: only splits make left and right ones. */
  private static boolean isSplit(SiteHistory history) {
    return history.site().implementation() == Implementation.SWISS && top(history).twins() > 0;
  }

  /**
   * Bytes of arrays that a hint would not have made: those below the largest size, and the tables
   * that were split, one for each two that came of it.
   */
  private static double garbage(SiteHistory history) {
    List<SiteHistory.Rung> rungs = rungs(history);
    double smaller =
        rungs.subList(0, rungs.size() - 1).stream().mapToDouble(SiteHistory.Rung::deadBytes).sum();
    return isSplit(history) ? smaller + top(history).deadBytes() / 2 : smaller;
  }

  private static List<String> reasons(String ofProfiles, Optional<MapSource> source) {
    List<String> reasons = new ArrayList<>();
    reasons.add(ofProfiles);
    if (source.isPresent() && source.get().hint() == SizeHint.NONE) {
      List<MapUse> makes = source.get().uses(MapUse.Kind.MAKE);
      Place made = makes.isEmpty() ? source.get().at() : makes.get(0).at();
      reasons.add("source: it is made without a size at " + made.text());
    }
    return reasons;
  }

  private Finding finding(SiteHistory history, Optional<MapSource> source) {
    MapSite site = history.site();
    double garbage = garbage(history);
    List<SiteHistory.Rung> rungs = rungs(history);
    return new Finding(
        id(),
        pattern(),
        Severity.LOW,
        source.isPresent() && source.get().hint() == SizeHint.NONE
            ? EvidenceLevel.PROOF
            : EvidenceLevel.STRONG,
        FindingPlace.of(site),
        "Maps are built here again and again without a size hint: "
            + Figures.bytes(garbage)
            + " of smaller arrays became garbage, no leak.",
        reasons(
            "arrays of "
                + rungs.size()
                + " sizes up to "
                + Figures.bytes(top(history).bytes())
                + " were made and dropped",
            source),
        List.of(),
        "make(map[K]V, n) with the number of entries to come, or clear(m) and use the map again",
        "a number of entries that nobody can know before",
        "an allocs profile of one minute under load: /debug/pprof/allocs?seconds=60",
        Map.of("garbage_bytes", garbage),
        Fingerprint.of(id(), site.at().function()),
        0);
  }
}
