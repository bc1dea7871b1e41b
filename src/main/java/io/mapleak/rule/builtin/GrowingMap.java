package io.mapleak.rule.builtin;

import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.finding.Severity;
import io.mapleak.growth.Growth;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Fingerprint;
import io.mapleak.rule.Rule;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.source.MapSource;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A map whose entries grow, as the rules report it that name the cause: one growth, one finding.
 */
final class GrowingMap {
  /**
   * Growth in the series from which on it matters, bytes: less is lost among other noise of a
   * process.
   */
  private static final double LEAST_BYTES = 64 * 1024;

  /**
   * Growth in the series that can fail a build, bytes: what the statistics of the series call an
   * effect.
   */
  private static final double SERIOUS_BYTES = 1 << 20;

  /** Log odds that arrays that doubled often go on growing, from which on they alone prove it. */
  private static final double ARRAYS_LIKELY = Math.log(3);

  /** The same for fewer doublings. */
  private static final double ARRAYS_SURE = Math.log(8);

  /** One doubling alone may be a load that comes and goes. */
  private static final int LEAST_DOUBLINGS = 2;

  /** Doublings in one series that no load that comes and goes shows. */
  private static final int SURE_DOUBLINGS = 3;

  /** Tables of a Swiss map, sampled, that show its splits rather than chance. */
  private static final long SURE_TABLES = 30;

  /** Share of the objects ever made that are alive, from which on nothing seems to be deleted. */
  private static final double NOTHING_DELETED = 0.9;

  private final Evidence.JudgedGrowth judged;
  private final Evidence evidence;

  private GrowingMap(Evidence.JudgedGrowth judged, Evidence evidence) {
    this.judged = judged;
    this.evidence = evidence;
  }

  /** The maps that grow enough to be told. */
  static List<GrowingMap> of(Evidence evidence) {
    List<GrowingMap> growing = new ArrayList<>();
    if (evidence.times().size() < 2) {
      return growing;
    }
    for (Evidence.JudgedGrowth judged : evidence.sites()) {
      Growth growth = judged.growth();
      if (growth.verdict().isGrowth() && growth.bytesGrown() >= LEAST_BYTES) {
        growing.add(new GrowingMap(judged, evidence));
      }
    }
    return growing;
  }

  /** Why one profile is not enough; empty where there are more. */
  static List<NotApplicable> needsSeries(Rule rule, Evidence evidence) {
    return evidence.times().size() >= 2
        ? List.of()
        : List.of(
            new NotApplicable(
                rule.id(),
                rule.pattern(),
                (evidence.times().isEmpty()
                        ? "no heap profile among the inputs"
                        : "one profile shows no growth")
                    + ": give two or more of the same process, minutes apart"));
  }

  /**
   * What a rule says whose pattern only the source tells: a finding for each map of that cause.
   *
   * @param claim what happens, in a sentence without its end
   * @param remedy what to change
   */
  static Rule.Outcome ofCause(
      GrowthCause cause, Rule rule, Evidence evidence, String claim, String remedy) {
    Set<String> told = GoroutineGrowth.sites(evidence);
    List<Finding> findings = new ArrayList<>();
    for (GrowingMap map : of(evidence)) {
      if (GrowthCause.of(map) == cause && !told.contains(map.site().id())) {
        findings.add(map.finding(rule, claim, remedy));
      }
    }
    return new Rule.Outcome(
        findings,
        evidence.hasSource()
            ? needsSeries(rule, evidence)
            : List.of(
                new NotApplicable(
                    rule.id(),
                    rule.pattern(),
                    "a profile has the sizes of blocks, not their types: --source DIR tells")));
  }

  Optional<MapSource> source() {
    return evidence.source(site());
  }

  MapSite site() {
    return judged.history().site();
  }

  /**
   * Without counted entries the arrays must be sure. A Swiss map's tables also split when deleted
   * slots fill them (golang/go#70886), a sync.Map's arrays hold deleted keys: those take more.
   */
  private static boolean arraysAreSure(SiteHistory history, Growth growth) {
    int doublings = growth.arrays().doublings().size();
    long made = history.steps().get(history.steps().size() - 1).madeSampled();
    return switch (history.site().implementation()) {
      case CLASSIC ->
          doublings >= LEAST_DOUBLINGS
              && history.goesOn() >= (doublings >= SURE_DOUBLINGS ? ARRAYS_LIKELY : ARRAYS_SURE);
      case SWISS ->
          made >= SURE_TABLES && doublings >= SURE_DOUBLINGS && history.goesOn() >= ARRAYS_LIKELY;
      case SYNC_MAP -> false;
    };
  }

  private static EvidenceLevel level(boolean strong, SourceCase source) {
    return !strong || source.refuted() || source.limited()
        ? EvidenceLevel.SUSPICION
        : source.proved() ? EvidenceLevel.PROOF : EvidenceLevel.STRONG;
  }

  /**
   * The finding.
   *
   * @param rule that found the cause
   * @param claim what happens, in a sentence without its end
   * @param remedy what to change
   */
  Finding finding(Rule rule, String claim, String remedy) {
    SiteHistory history = judged.history();
    MapSite site = history.site();
    Growth growth = judged.growth();
    boolean strong =
        growth.verdict() == Growth.Verdict.GROWS
            && (growth.counted() != null || history.isTrie() || arraysAreSure(history, growth));
    SourceCase source = SourceCase.of(source());
    boolean serious = strong && growth.bytesGrown() >= SERIOUS_BYTES;
    Severity severity =
        source.refuted()
            ? Severity.LOW
            : serious && !source.limited() ? Severity.HIGH : Severity.MEDIUM;
    List<String> against = new ArrayList<>();
    List<String> reasons = new ArrayList<>(growth.reasons());
    if (growth.counted() != null) {
      int last = evidence.times().size() - 1;
      double made = growth.counted().made().get(last);
      double survival = made > 0 ? growth.counted().live().get(last) / made : 0;
      if (survival >= NOTHING_DELETED) {
        reasons.add(
            Figures.percent(survival) + " of what was ever allocated there is still in use");
      } else {
        against.add(
            Figures.percent(1 - survival)
                + " of what was allocated there is gone: some entries are deleted");
      }
    } else {
      against.add("entries themselves were not counted: only the arrays speak");
    }
    reasons.addAll(source.reasons());
    against.addAll(source.against());
    Map<String, Object> facts = new TreeMap<>();
    facts.put("bytes_grown", growth.bytesGrown());
    facts.put("profiles", (double) evidence.times().size());
    facts.put("doublings_seen", (double) growth.arrays().doublings().size());
    if (growth.entriesPerHour() != null) {
      facts.put("entries_per_hour", growth.entriesPerHour());
    }
    return new Finding(
        rule.id(),
        rule.pattern(),
        severity,
        level(strong, source),
        FindingPlace.of(site),
        claim
            + ": "
            + Figures.bytes(growth.bytesGrown())
            + " more in "
            + evidence.times().size()
            + " profiles.",
        reasons,
        against,
        remedy,
        "a delete that runs later than these profiles reach, a daily swing of load, or a cache below its limit",
        evidence.times().size() < 6
            ? "take six profiles or more, evenly spaced, with ?gc=1"
            : "go on for another period of this length; a leak goes on at the same rate",
        facts,
        Fingerprint.of(rule.id(), site.at().function()),
        growth.bytesGrown());
  }
}
