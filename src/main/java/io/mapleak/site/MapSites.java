package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.unit.Interval;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The map sites of one heap profile. */
public final class MapSites {
  /**
   * Log odds from which on a map is believed to live although no array alive was sampled: 9 to 1.
   */
  static final double SURE = Math.log(9);

  /** Factor by which the ends of an entries range are moved apart: uneven hashes. */
  private static final double MODEL_SLACK = 1.04;

  /** The same for a classic map: entries that were made while the profile was taken. */
  private static final double CLASSIC_SLACK = 1.01;

  private MapSites() {}

  /**
   * A site with what it was inferred from.
   *
   * @param site the result
   * @param header whether its arrays carry a malloc header
   * @param array its live arrays
   * @param companions objects beside it, nearest first
   * @param otherSlot another slot size that fits the same blocks, or null
   */
  record Inferred(
      MapSite site,
      boolean header,
      ArrayEstimate array,
      List<Companion> companions,
      @Nullable Integer otherSlot) {}

  /**
   * Infers the sites.
   *
   * @param points of a heap profile
   * @param go the release that wrote it
   * @param rate sampling interval, bytes
   * @param lines what the source says of them
   * @return sites, largest first
   */
  static List<Inferred> inferred(
      List<AllocationPoint> points, GoVersionReading go, long rate, MapLines lines) {
    Sampling sampling = new Sampling(rate);
    for (AllocationPoint point : points) {
      lines.expect(point.leaf());
      lines.expect(point.owner());
      point.callers().forEach(lines::expect);
    }
    List<SiteCandidate> candidates = new SiteCandidates(go, rate, lines).of(points);
    Set<AllocationPoint> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    for (SiteCandidate candidate : candidates) {
      arrays.addAll(candidate.points());
    }
    Companions companionsOf = new Companions(points, arrays, sampling);
    List<List<Companion>> all = new ArrayList<>();
    KeptObjects kept = new KeptObjects(lines, candidates.stream().map(SiteCandidate::at).toList());
    // maps of one package have all its objects as companions: those of others are not gathered
    Map<CodeLine, Integer> distances =
        companionsOf.distances(candidates.stream().map(c -> c.points().get(0)).toList());
    for (SiteCandidate candidate : candidates) {
      CodeLine at = candidate.at();
      all.add(
          kept.nearest(
              at,
              companionsOf.of(
                  candidate.points().get(0),
                  c ->
                      c.distance() <= distances.getOrDefault(c.at(), c.distance())
                          || kept.keeps(at, c))));
    }
    List<List<Companion>> nearest = Companions.ofNearest(all);
    List<Inferred> sites = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      SiteCandidate candidate = candidates.get(i);
      Fit fit = candidate.fit();
      List<Companion> companions = nearest.get(i);
      sites.add(
          site(
              candidate.at(),
              fit.implementation(),
              fit.slotBytes(),
              fit.header(),
              estimate(candidate, companions, sampling, go),
              companions,
              fit.confidence(),
              fit.why(),
              fit.otherSlot()));
    }
    for (SyncMapSites.Measured m : new SyncMapSites(go, rate).of(points, companionsOf)) {
      sites.add(
          site(
              m.at(),
              SyncMapSites.implementation(),
              m.slotBytes(),
              go.low().atLeast(GoVersion.FIRST_MALLOC_HEADER),
              m.array(),
              m.companions(),
              SyncMapSites.CONFIDENCE,
              m.why(),
              null));
    }
    sites.sort(
        Comparator.comparingDouble((Inferred s) -> -s.site().retainedBytes())
            .thenComparing(s -> s.site().at()));
    return List.copyOf(sites);
  }

  /**
   * Entries for the load factor of the release: arrays of Go 1.21 double at 6 entries a bucket, all
   * others at 6.5.
   *
   * @param array an estimate for 6.5
   */
  static ArrayEstimate withLoadFactor(ArrayEstimate array, GoVersionReading go) {
    Interval entries = array.entries();
    boolean surely = go.low().equals(ClassicLayout.LIGHT) && go.high().equals(ClassicLayout.LIGHT);
    boolean maybe = ClassicLayout.LIGHT.atLeast(go.low()) && go.high().atLeast(ClassicLayout.LIGHT);
    if (!maybe) {
      return array;
    }
    double share = ClassicLayout.LIGHT_LOAD_FACTOR / ClassicLayout.LOAD_FACTOR;
    Interval scaled =
        surely
            ? entries.times(share)
            : new Interval(entries.low() * share, entries.best(), entries.high());
    return new ArrayEstimate(
        array.bytes(), array.oldBytes(), array.instances(), scaled, array.single());
  }

  private static ArrayEstimate estimate(
      SiteCandidate candidate, List<Companion> companions, Sampling sampling, GoVersionReading go) {
    Fit fit = candidate.fit();
    if (fit.logOdds() < SURE && fit.arrays().stream().noneMatch(b -> b.inuseSampled() > 0)) {
      return ArrayEstimate.NONE;
    }
    if (MapFrames.isLiteral(candidate.at().function())) {
      return ArrayEstimate.ofLiteral(fit);
    }
    return fit.implementation() == Implementation.CLASSIC
        ? withLoadFactor(
            ClassicEstimate.of(
                new ClassicLayout(fit.slotBytes(), fit.header()),
                fit.arrays(),
                companions,
                sampling),
            go)
        : SwissEstimate.of(
            new SwissLayout(fit.slotBytes(), fit.header()), fit.arrays(), companions, sampling);
  }

  /**
   * Whole entries, with the slack of a model that takes hashes to be even and the map to stand
   * still.
   */
  private static Interval withSlack(Interval entries, Implementation implementation) {
    double slack = implementation == Implementation.CLASSIC ? CLASSIC_SLACK : MODEL_SLACK;
    return new Interval(
        Math.floor(entries.low() / slack),
        Math.rint(entries.best()),
        Math.ceil(entries.high() * slack));
  }

  /** The same site with another range of entries. */
  static MapSite withEntries(MapSite s, Interval entries) {
    return new MapSite(
        s.id(),
        s.at(),
        s.implementation(),
        s.slotBytes(),
        s.arrayBytes(),
        s.oldArrayBytes(),
        s.companionBytes(),
        entries,
        s.instances(),
        s.confidence(),
        s.why());
  }

  /** The same site with another measurement of its arrays. */
  static Inferred measured(Inferred inferred, ArrayEstimate array, List<Companion> companions) {
    MapSite site = inferred.site();
    return site(
        site.at(),
        site.implementation(),
        site.slotBytes(),
        inferred.header(),
        array,
        companions,
        site.confidence(),
        site.why(),
        inferred.otherSlot());
  }

  private static Inferred site(
      CodeLine at,
      Implementation implementation,
      @Nullable Integer slot,
      boolean header,
      ArrayEstimate array,
      List<Companion> companions,
      double confidence,
      List<String> why,
      @Nullable Integer otherSlot) {
    double beside = 0;
    for (Companion companion : companions) {
      beside += companion.at().equals(at) ? companion.inuseBytes() : 0;
    }
    Interval bytes = array.bytes();
    double low = Math.ceil(bytes.low() - 1e-6);
    double high = Math.max(low, Math.floor(bytes.high() + 1e-6));
    Interval whole =
        new Interval(low, Math.min(high, Math.max(low, Math.rint(bytes.best()))), high);
    Interval entries =
        array.instances() == 0
            ? null
            : withSlack(
                Deletions.correct(
                    at, array.entries(), companions, implementation == Implementation.SWISS),
                implementation);
    MapSite site =
        new MapSite(
            id(at),
            at,
            implementation,
            slot,
            whole,
            array.oldBytes(),
            beside,
            entries,
            array.instances(),
            confidence,
            why);
    return new Inferred(site, header, array, companions, otherSlot);
  }

  /**
   * Eight hexadecimal digits of the line's name: the same in every run and for every profile of the
   * build.
   */
  public static String id(CodeLine at) {
    CRC32 crc = new CRC32();
    crc.update((at.function() + ":" + at.line()).getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
