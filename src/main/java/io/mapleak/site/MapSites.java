package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.profile.Profile;
import io.mapleak.unit.Interval;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The map sites of one heap profile. */
public final class MapSites {
  /** Log odds from which on a map is believed to live although no array alive was sampled. */
  private static final double SURE = 1.5;

  private MapSites() {}

  /**
   * Infers the sites.
   *
   * @param profile a heap profile with block sizes (label {@code bytes})
   * @param go the release that wrote it
   * @return sites, largest first
   */
  public static List<MapSite> infer(Profile profile, GoVersionReading go) {
    return infer(AllocationPoints.of(profile), go, profile.header().period());
  }

  static List<MapSite> infer(List<AllocationPoint> points, GoVersionReading go, long rate) {
    Sampling sampling = new Sampling(rate);
    List<MapSite> sites = new ArrayList<>();
    List<SiteCandidate> candidates = new SiteCandidates(go, rate).of(points);
    Set<AllocationPoint> arrays = new HashSet<>();
    for (SiteCandidate candidate : candidates) {
      arrays.addAll(candidate.points());
    }
    for (SiteCandidate candidate : candidates) {
      Fit fit = candidate.fit();
      List<Companion> companions =
          Companions.of(candidate.points().get(0), arrays, points, sampling);
      boolean alive =
          fit.logOdds() >= SURE || fit.arrays().stream().anyMatch(b -> b.inuseSampled() > 0);
      ArrayEstimate array =
          !alive
              ? ArrayEstimate.NONE
              : MapFrames.isLiteral(candidate.at().function())
                  ? ArrayEstimate.ofLiteral(fit)
                  : fit.implementation() == Implementation.CLASSIC
                      ? ClassicEstimate.of(
                          new ClassicLayout(fit.slotBytes(), fit.header()),
                          fit.arrays(),
                          companions,
                          sampling)
                      : SwissEstimate.of(
                          new SwissLayout(fit.slotBytes(), fit.header()),
                          fit.arrays(),
                          companions,
                          sampling);
      Interval entries =
          array.instances() == 0
              ? null
              : Deletions.correct(candidate.at(), array.entries(), companions);
      sites.add(
          site(
              candidate.at(),
              fit.implementation(),
              fit.slotBytes(),
              array,
              entries,
              fit.confidence(),
              fit.why(),
              points));
    }
    for (SyncMapSites.Measured m : new SyncMapSites(go, rate).of(points, arrays)) {
      Interval entries =
          m.array().instances() == 0
              ? null
              : Deletions.correct(m.at(), m.array().entries(), m.companions());
      sites.add(
          site(
              m.at(),
              SyncMapSites.implementation(),
              m.slotBytes(),
              m.array(),
              entries,
              m.confidence(),
              m.why(),
              points));
    }
    sites.sort(
        Comparator.comparingDouble((MapSite s) -> -s.retainedBytes()).thenComparing(MapSite::at));
    return List.copyOf(sites);
  }

  private static MapSite site(
      CodeLine at,
      Implementation implementation,
      @Nullable Integer slot,
      ArrayEstimate array,
      @Nullable Interval entries,
      double confidence,
      List<String> why,
      List<AllocationPoint> points) {
    double companions = 0;
    for (AllocationPoint point : points) {
      if (point.owner().equals(at)
          && point.largestInUse() <= 512
          && !MapFrames.isSyncMap(point.leaf().function())) {
        companions += point.inuseBytes();
      }
    }
    Interval bytes = array.bytes();
    double low = Math.ceil(bytes.low() - 1e-6);
    double high = Math.max(low, Math.floor(bytes.high() + 1e-6));
    return new MapSite(
        id(at),
        at,
        implementation,
        slot,
        new Interval(low, Math.min(high, Math.max(low, Math.rint(bytes.best()))), high),
        array.oldBytes(),
        companions,
        entries,
        array.instances(),
        confidence,
        why);
  }

  /**
   * Eight hexadecimal digits of the line's name: the same in every run and for every profile of the
   * build.
   */
  static String id(CodeLine at) {
    CRC32 crc = new CRC32();
    crc.update((at.function() + ":" + at.line()).getBytes(StandardCharsets.UTF_8));
    return String.format(java.util.Locale.ROOT, "%08x", crc.getValue());
  }
}
