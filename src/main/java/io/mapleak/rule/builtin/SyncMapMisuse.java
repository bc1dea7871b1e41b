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
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sync.Map used against its grain: keys are stored and never deleted, or, up to Go 1.23, new keys
 * and Range (or misses) take turns, so that the whole map is copied again and again (sync/map.go:
 * dirtyLocked).
 */
public final class SyncMapMisuse implements Rule {
  /** Bytes of dead copies for each live byte, from which on copying is no part of growth. */
  private static final double COPIES_PER_LIVE_BYTE = 8;

  /** Dead copies below this many bytes are not worth a finding. */
  private static final double LEAST_COPIED = 16 << 20;

  private static final String REMEDY =
      "m.Delete(key) when an entry's life ends; sync.Map suits keys that are stored once and read"
          + " often: else take a map with sync.RWMutex, and a bound";

  @Override
  public String id() {
    return "ML003";
  }

  @Override
  public String pattern() {
    return "sync-map-misuse";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (GrowingMap map : GrowingMap.of(evidence)) {
      if (map.site().implementation() == Implementation.SYNC_MAP) {
        findings.add(
            map.finding(this, "A sync.Map grows and no key seems ever to be deleted", REMEDY));
        told.add(map.site().id());
      }
    }
    for (Evidence.JudgedGrowth judged : evidence.sites()) {
      if (!told.contains(judged.history().site().id()) && isCopied(judged.history())) {
        findings.add(copied(judged.history()));
      }
    }
    return new Outcome(findings, GrowingMap.needsSeries(this, evidence));
  }

  private static double deadBytes(SiteHistory history) {
    SiteHistory.Step last = history.steps().get(history.steps().size() - 1);
    return last.rungs().stream().mapToDouble(SiteHistory.Rung::deadBytes).sum();
  }

  /** Whether far more arrays died than its growth can have left behind. */
  private static boolean isCopied(SiteHistory history) {
    MapSite site = history.site();
    double dead = deadBytes(history);
    return site.implementation() == Implementation.SYNC_MAP
        && site.slotBytes() != null
        && dead >= LEAST_COPIED
        && dead >= COPIES_PER_LIVE_BYTE * site.arrayBytes().best();
  }

  private Finding copied(SiteHistory history) {
    MapSite site = history.site();
    double dead = deadBytes(history);
    return new Finding(
        id(),
        pattern(),
        Severity.LOW,
        EvidenceLevel.STRONG,
        FindingPlace.of(site),
        "A sync.Map is copied again and again: "
            + Figures.bytes(dead)
            + " of dead copies so far, no leak.",
        List.of(
            "its arrays hold "
                + Figures.bytes(site.arrayBytes().best())
                + ", those that died "
                + Figures.bytes(dead)),
        List.of(),
        "store new keys in batches between two Range calls, or take a map with sync.RWMutex; since"
            + " Go 1.24 sync.Map copies nothing",
        "a phase of start-up that is over",
        "an allocs profile of one minute under load: /debug/pprof/allocs?seconds=60",
        Map.of("dead_bytes", dead),
        Fingerprint.of(id(), site.at().function()),
        0);
  }
}
