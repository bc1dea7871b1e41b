package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.profile.Profile;
import io.mapleak.unit.Interval;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The map sites of one heap profile. */
public final class MapSites {
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
    for (SiteCandidate candidate : new SiteCandidates(go, rate).of(points)) {
      Fit fit = candidate.fit();
      ArrayEstimate array =
          fit.implementation() == Implementation.CLASSIC
              ? ClassicEstimate.of(new ClassicLayout(fit.slotBytes(), fit.header()), fit.arrays(), sampling)
              : SwissEstimate.of(new SwissLayout(fit.slotBytes(), fit.header()), fit.arrays(), sampling);
      sites.add(
          site(candidate.at(), fit.implementation(), fit.slotBytes(), array, fit.confidence(), fit.why(), points));
    }
    for (SyncMapSites.Measured m : new SyncMapSites(go, rate).of(points)) {
      sites.add(site(m.at(), SyncMapSites.implementation(), null, m.array(), m.confidence(), m.why(), points));
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
      double confidence,
      List<String> why,
      List<AllocationPoint> points) {
    double companions = 0;
    for (AllocationPoint point : points) {
      if (point.owner().equals(at) && point.largestInUse() <= 512 && !MapFrames.isSyncMap(point.leaf().function())) {
        companions += point.inuseBytes();
      }
    }
    Interval entries = array.instances() == 0 ? null : array.entries();
    return new MapSite(
        id(at),
        at,
        implementation,
        slot,
        array.bytes(),
        array.oldBytes(),
        companions,
        entries,
        array.instances(),
        confidence,
        why);
  }

  /** Eight hexadecimal digits of the line's name: the same in every run and for every profile of the build. */
  static String id(CodeLine at) {
    CRC32 crc = new CRC32();
    crc.update((at.function() + ":" + at.line()).getBytes(StandardCharsets.UTF_8));
    return String.format(java.util.Locale.ROOT, "%08x", crc.getValue());
  }
}
