package io.mapleak.rule.builtin;

import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Fingerprint;
import io.mapleak.rule.Rule;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries were deleted, the buckets stay: Go's maps never shrink (golang/go#20135). Shown by keys
 * or values that lived beside the array in the number it was grown for, and are gone while the
 * array is still in use.
 */
public final class StaleBuckets implements Rule {
  /** Arrays below this many bytes are not worth a rebuild. */
  private static final double LEAST_BYTES = 256 * 1024;

  /** Share of the entries that the array was grown for that the companions must have reached. */
  private static final double ONCE_FULL = 0.4;

  /** Share of those entries that may be left at most, best guess. */
  private static final double NOW_EMPTY = 0.2;

  /** Shares of the entries that are compared: a map that is all but empty, and one in use. */
  private static final double FEW_LEFT = 0.05;

  private static final double HALF = 0.5;

  /** Log odds between the two from which on the map is empty: 20 to 1. */
  private static final double SURELY_EMPTY = Math.log(20);

  /** Share of the series for which it must have stayed empty, or the load only pauses. */
  private static final double STAYS_EMPTY = 0.25;

  /** Companions up to this distance may be the map's keys and values. */
  private static final int NEAR = 3;

  @Override
  public String id() {
    return "ML002";
  }

  @Override
  public String pattern() {
    return "stale-buckets";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (Evidence.JudgedGrowth judged : evidence.sites()) {
      SiteHistory history = judged.history();
      if (history.site().arrayBytes().best() >= LEAST_BYTES && history.grown().low() > 0) {
        SiteHistory.Trail gone = gone(history);
        if (gone != null) {
          findings.add(finding(history, gone));
        }
      }
    }
    return new Outcome(findings, List.of());
  }

  /**
   * The companion that was there for each entry and is gone; null when there is none, or another
   * one still is there.
   */
  private static SiteHistory.@Nullable Trail gone(SiteHistory history) {
    double grown = history.grown().low();
    int last = history.steps().size() - 1;
    SiteHistory.Trail gone = null;
    for (SiteHistory.Trail trail : history.companions()) {
      if (trail.distance() > NEAR) {
        continue;
      }
      boolean sameLine = trail.at().equals(history.site().at());
      if (gone == null && isGone(trail, grown, last, sameLine)) {
        gone = trail;
        if (sameLine) {
          return gone;
        }
      } else if (trail.count(last) >= ONCE_FULL * grown
          && trail.count(last) <= 1.5 * history.grown().high()) {
        return null;
      }
    }
    return gone;
  }

  private static boolean isGone(SiteHistory.Trail trail, double grown, int last, boolean sameLine) {
    double most = 0;
    for (int i = 0; i <= last; i++) {
      most = Math.max(most, trail.count(i));
    }
    // what lived only between two profiles counts at the map's own line: a key or value is made
    // there for each entry
    double once = sameLine ? trail.made().get(last) * trail.weight() : most;
    int empty = 0;
    for (int i = last; i >= 0; i--) {
      if (trail.count(i) > NOW_EMPTY * Math.min(once, grown)
          || emptyOdds(trail.live().get(i), once / trail.weight()) < SURELY_EMPTY) {
        break;
      }
      empty++;
    }
    return once >= ONCE_FULL * grown && empty >= Math.max(1, Math.ceil(STAYS_EMPTY * (last + 1)));
  }

  /**
   * Log of how much likelier so many samples are if few entries are left than if half of them are.
   *
   * @param live samples alive
   * @param once samples there were when the map was full
   */
  static double emptyOdds(double live, double once) {
    return (HALF - FEW_LEFT) * once - live * Math.log(HALF / FEW_LEFT);
  }

  private Finding finding(SiteHistory history, SiteHistory.Trail gone) {
    MapSite site = history.site();
    int last = history.steps().size() - 1;
    double most = 0;
    for (int i = 0; i <= last; i++) {
      most = Math.max(most, gone.count(i));
    }
    boolean seenAlive = most >= ONCE_FULL * history.grown().low();
    String where = gone.at().function() + ":" + gone.at().line();
    return new Finding(
        id(),
        pattern(),
        Severity.MEDIUM,
        seenAlive ? EvidenceLevel.PROOF : EvidenceLevel.STRONG,
        FindingPlace.of(site),
        "Entries were deleted, but "
            + Figures.bytes(site.arrayBytes().best())
            + " of buckets stay in use.",
        List.of(
            seenAlive
                ? "the objects of " + where + " were as many as the array's entries, and are gone"
                : "nearly all objects that " + where + " ever made are gone",
            "the array was grown for "
                + Math.round(history.grown().low())
                + " entries or more and is still in use"),
        List.of(),
        "build the map anew when it has emptied: m = make(map[K]V, len(m)) and copy what is left;"
            + " clear(m) and delete keep the buckets",
        "a load that comes back and fills the same buckets again",
        "a profile at the next peak of load: does the array fill again?",
        Map.of("array_bytes", site.arrayBytes()),
        Fingerprint.of(id(), site.at().function()),
        site.arrayBytes().best());
  }
}
