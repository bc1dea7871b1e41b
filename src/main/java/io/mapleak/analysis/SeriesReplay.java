package io.mapleak.analysis;

import io.mapleak.finding.Finding;
import io.mapleak.growth.Growth;
import io.mapleak.replay.Derivation;
import io.mapleak.replay.Derived;
import io.mapleak.replay.Replay;
import io.mapleak.replay.Replayer;
import io.mapleak.replay.WhatIf;
import io.mapleak.rule.Evidence;
import io.mapleak.site.GoVersionReading;
import io.mapleak.site.MapSite;
import java.util.List;
import java.util.Optional;

/** Replays the maps of a series of heap profiles. */
public final class SeriesReplay {
  private final Series series;
  private final AnalysisOptions options;
  private final SeriesEvidence read;

  private SeriesReplay(Series series, AnalysisOptions options, SeriesEvidence read) {
    this.series = series;
    this.options = options.withReplays(false);
    this.read = read;
  }

  /** The sites that a user names: by id, line or function. */
  public List<MapSite> named(String name) {
    return SiteChoice.find(sites(), name);
  }

  /** The same series, read with the knowledge that there is a map at the line of this name. */
  public SeriesReplay naming(String name) {
    return of(series, options.naming(line -> SiteChoice.isAt(line, name)));
  }

  /**
   * Reads a series once, for any number of replays.
   *
   * @param series one heap profile at least
   */
  public static SeriesReplay of(Series series, AnalysisOptions options) {
    return of(series, options, SeriesEvidence.of(series, series.side(), options));
  }

  /** The same of a series that was read already. */
  static SeriesReplay of(Series series, AnalysisOptions options, SeriesEvidence read) {
    return new SeriesReplay(series, options, read);
  }

  /** Its map sites, largest first. */
  public List<MapSite> sites() {
    return read.evidence().sites().stream().map(judged -> judged.history().site()).toList();
  }

  /**
   * The first suspect: the site of the most important finding, else the largest that grows, else
   * the largest.
   */
  public Optional<MapSite> suspect() {
    for (Finding finding : Analyzer.analyze(series, options).findings()) {
      for (MapSite site : sites()) {
        if (site.id().equals(finding.place().siteId())) {
          return Optional.of(site);
        }
      }
    }
    for (Evidence.JudgedGrowth judged : read.evidence().sites()) {
      if (judged.growth().verdict() == Growth.Verdict.GROWS) {
        return Optional.of(judged.history().site());
      }
    }
    return sites().stream().findFirst();
  }

  /**
   * A replay with what changes would save.
   *
   * @param sizes of the changes
   */
  public static Replay changed(Replay replay, WhatIf.Sizes sizes) {
    Derived derived = replay.derived();
    return replay.with(WhatIf.of(derived.workload(), derived.choice(), derived.go(), sizes));
  }

  /** The workload of a site, and what its model has at each profile. */
  public Replay workload(MapSite site) {
    Evidence.JudgedGrowth judged =
        read.evidence().sites().stream()
            .filter(each -> each.history().site().equals(site))
            .findFirst()
            .orElseThrow();
    GoVersionReading go = read.go();
    if (go == null) {
      throw new IllegalStateException("a site without a profile");
    }
    List<Long> times = read.evidence().times();
    long rate = series.newest().orElseThrow().profile().header().period();
    Derived derived = Derivation.derive(judged.history(), judged.growth(), times, rate, go);
    return new Replay(
        site, derived, Replayer.steps(derived, judged.history(), times, rate), List.of());
  }
}
