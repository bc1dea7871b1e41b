package io.mapleak.rule.builtin;

import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.finding.Severity;
import io.mapleak.gomap.Implementation;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Fingerprint;
import io.mapleak.rule.Rule;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A classic map began to grow and is only read since: evacuation goes on with assigns and deletes
 * alone, so the old array and the new one both stay (runtime/map.go: growWork; golang/go#51410).
 */
public final class StuckEvacuation implements Rule {
  /** Old arrays below this many bytes are not worth a change. */
  private static final double LEAST_BYTES = 256 * 1024;

  /** Share of the series for which both arrays must have stood still. */
  private static final double STANDS_STILL = 0.25;

  /** Profiles for which they must have. */
  private static final int LEAST_STEPS = 2;

  @Override
  public String id() {
    return "ML008";
  }

  @Override
  public String pattern() {
    return "stuck-evacuation";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    boolean classic = evidence.sites().isEmpty();
    for (Evidence.JudgedGrowth judged : evidence.sites()) {
      SiteHistory history = judged.history();
      MapSite site = history.site();
      classic |= site.implementation() == Implementation.CLASSIC;
      if (history.hasOneArray() && site.oldArrayBytes() >= LEAST_BYTES) {
        findings.add(finding(history, evidence.times().size()));
      }
    }
    return new Outcome(
        findings,
        classic
            ? List.of()
            : List.of(
                new NotApplicable(
                    id(), pattern(), "Swiss maps (Go 1.24 and later) evacuate nothing")));
  }

  /** Newest profiles in a row that show the same two arrays. */
  private static int standsStill(SiteHistory history) {
    int last = history.steps().size() - 1;
    List<SiteHistory.Rung> now = history.steps().get(last).rungs();
    int same = 1;
    while (same <= last && history.steps().get(last - same).rungs().equals(now)) {
      same++;
    }
    return same;
  }

  private Finding finding(SiteHistory history, int profiles) {
    MapSite site = history.site();
    int same = standsStill(history);
    boolean stuck = same >= Math.max(LEAST_STEPS, Math.ceil(STANDS_STILL * profiles));
    String old = Figures.bytes(site.oldArrayBytes());
    return new Finding(
        id(),
        pattern(),
        stuck ? Severity.MEDIUM : Severity.INFO,
        stuck ? EvidenceLevel.STRONG : EvidenceLevel.SUSPICION,
        FindingPlace.of(site),
        stuck
            ? "A growth has begun and does not end: the old array of " + old + " stays in use."
            : "A growth is under way: the old array of " + old + " is still in use.",
        List.of(
            "an array and one of half its size are both alive",
            "they are the same in the newest " + same + " of " + profiles + " profiles"),
        stuck ? List.of() : List.of("assigns and deletes that follow will end the growth"),
        "make the map with its final size, or build it anew after loading: any assign or delete"
            + " moves two buckets on",
        "assigns or deletes that end the growth later",
        "another profile later: are both arrays still there?",
        Map.of("old_array_bytes", site.oldArrayBytes()),
        Fingerprint.of(id(), site.at().function()),
        site.oldArrayBytes());
  }
}
