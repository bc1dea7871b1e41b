package io.mapleak.analysis;

import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.gomap.Implementation;
import io.mapleak.replay.Replay;
import io.mapleak.rule.Evidence;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
import java.util.List;
import java.util.Optional;

/**
 * Growth findings, as certain as a replay makes them: where a workload of inserts, run on the model
 * of the Go release, has the arrays of the profiles, a map that grows explains them.
 */
final class ReplayedFindings {
  /** A fact of this name is the growth of a finding, in bytes. */
  static final String BYTES_GROWN = "bytes_grown";

  /** Profiles with arrays from which on a fit is no accident: as many as a trend is asked for. */
  private static final int LEAST_TO_RAISE = 6;

  private final SeriesReplay replays;
  private final Evidence evidence;

  ReplayedFindings(SeriesReplay replays, Evidence evidence) {
    this.replays = replays;
    this.evidence = evidence;
  }

  /** The finding, moved by the fit of its map's workload; other findings as they are. */
  Finding of(Finding finding) {
    if (!finding.facts().containsKey(BYTES_GROWN)) {
      return finding;
    }
    Optional<MapSite> site =
        replays.sites().stream().filter(s -> s.id().equals(finding.place().siteId())).findFirst();
    return site.isEmpty() ? finding : moved(finding, replays.workload(site.get()));
  }

  private Finding moved(Finding finding, Replay replay) {
    return moved(finding, replay, evidence.source(replay.site()).isPresent());
  }

  /**
   * The finding, moved.
   *
   * @param told whether the source says something of the map: that is worth more than a fit
   */
  static Finding moved(Finding finding, Replay replay, boolean told) {
    long seen = replay.profilesWithArrays();
    String run = "its workload, run again on go" + replay.derived().go() + ", ";
    return switch (replay.verdict()) {
      case TOO_THIN -> finding;
      case SUPPORTS -> {
        Finding fits =
            finding.withReasons(
                List.of(run + "has the arrays that " + seen + " profiles show"), List.of());
        boolean raised =
            seen >= LEAST_TO_RAISE && !told && finding.level() == EvidenceLevel.SUSPICION;
        yield raised ? fits.withCertainty(EvidenceLevel.STRONG, finding.severity()) : fits;
      }
      case CONTRADICTS -> {
        String off = Figures.percent(replay.arrayError().orElse(0));
        // which of a sync.Map's two maps are alive is up to its reads, which leave no trace
        yield replay.site().implementation() == Implementation.SYNC_MAP
            ? finding
            : lowered(
                finding.withReasons(
                    List.of(), List.of(run + "has other arrays than the profiles, by " + off)));
      }
    };
  }

  /** One level down, but for what the source proves; a suspicion never fails a build. */
  private static Finding lowered(Finding finding) {
    if (finding.level() == EvidenceLevel.PROOF) {
      return finding;
    }
    Severity severity = finding.severity() == Severity.HIGH ? Severity.MEDIUM : finding.severity();
    return finding.withCertainty(EvidenceLevel.SUSPICION, severity);
  }
}
