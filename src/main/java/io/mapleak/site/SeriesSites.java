package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.profile.Profile;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The map sites of a series of heap profiles: inferred from the newest, and followed back through
 * the older ones by their lines and block sizes.
 */
public final class SeriesSites {
  /** Companions followed, nearest first; the rest would only repeat them. */
  private static final int MOST_COMPANIONS = 24;

  /** Samples alive at some time that make a companion worth following. */
  private static final double LEAST_SAMPLES = 5;

  /** Tables gained, sampled, of which half as many again should have died. */
  private static final long LEAST_WITHOUT_SPLITS = 8;

  /** Most profiles over which a map that is built again and again is taken to have one size. */
  private static final int RECENT = 3;

  /**
   * Confidence from which on a map is measured by its series although no array alive was sampled in
   * the newest profile.
   */
  private static final double SURE_WITHOUT_ARRAY = 0.6;

  /** Calls between a map and a companion that may count its entries. */
  private static final int NEAR = 3;

  private SeriesSites() {}

  /**
   * Infers and follows.
   *
   * @param profiles heap profiles of one process in time order, at least one
   * @param go the release that wrote them
   * @return a history for each site of the newest profile, largest first
   */
  public static List<SiteHistory> infer(List<Profile> profiles, GoVersionReading go) {
    return infer(profiles, go, MapLines.NONE);
  }

  /**
   * Infers and follows, with what is known of the lines besides.
   *
   * @param lines the source, if there is one
   */
  public static List<SiteHistory> infer(
      List<Profile> profiles, GoVersionReading go, MapLines lines) {
    List<List<AllocationPoint>> points = new ArrayList<>();
    for (Profile profile : profiles) {
      points.add(AllocationPoints.of(profile));
    }
    long rate = profiles.get(profiles.size() - 1).header().period();
    Sampling sampling = new Sampling(rate);
    List<Map<CodeLine, List<AllocationPoint>>> byOwner = new ArrayList<>();
    for (List<AllocationPoint> of : points) {
      Map<CodeLine, List<AllocationPoint>> ofLines = new HashMap<>();
      for (AllocationPoint point : of) {
        ofLines.computeIfAbsent(point.owner(), line -> new ArrayList<>()).add(point);
      }
      byOwner.add(ofLines);
    }
    List<SiteHistory> histories = new ArrayList<>();
    for (MapSites.Inferred inferred :
        MapSites.inferred(points.get(points.size() - 1), go, rate, lines)) {
      LongPredicate isArray = isArray(inferred);
      List<SiteHistory.Step> steps = new ArrayList<>();
      for (Map<CodeLine, List<AllocationPoint>> ofLines : byOwner) {
        steps.add(step(ofLines.getOrDefault(inferred.site().at(), List.of()), isArray));
      }
      if (growsWithoutSplits(inferred, steps)) {
        continue;
      }
      List<SiteHistory.Trail> trails = trails(inferred, byOwner, sampling);
      double goesOn = ArrayGrowth.goesOn(inferred, steps, sampling);
      SiteHistory history = history(inferred, steps, goesOn, trails);
      histories.add(ofEitherSlot(uncounted(refined(history, inferred, sampling, go))));
    }
    return histories;
  }

  private static SiteHistory history(
      MapSites.Inferred inferred,
      List<SiteHistory.Step> steps,
      double goesOn,
      List<SiteHistory.Trail> trails) {
    return new SiteHistory(
        inferred.site(),
        steps,
        inferred.array().single(),
        inferred.array().entries(),
        goesOn,
        trails,
        inferred.otherSlot());
  }

  /**
   * A map that has stood still for half of the series, with nothing beside it to count entries by,
   * may have lost any number of them: then only the upper end is known.
   */
  private static SiteHistory uncounted(SiteHistory history) {
    int last = history.steps().size() - 1;
    Interval entries = history.site().entries();
    return entries == null || isCounted(history) || last == 0 || 2 * history.lastChange() > last
        ? history
        : withEntries(history, new Interval(0, entries.best(), entries.high()));
  }

  private static boolean isCounted(SiteHistory history) {
    int last = history.steps().size() - 1;
    return history.companions().stream()
        .anyMatch(t -> t.distance() <= NEAR && t.live().get(last) >= LEAST_SAMPLES);
  }

  /**
   * Slots of another size that fit the same blocks hold as many times the entries as their buckets
   * are smaller. With nothing beside the map to count entries by, either may be.
   */
  private static SiteHistory ofEitherSlot(SiteHistory history) {
    MapSite site = history.site();
    Interval entries = site.entries();
    Integer slot = site.slotBytes();
    Integer other = history.otherSlotBytes();
    if (entries == null || slot == null || other == null || isCounted(history)) {
      return history;
    }
    double times =
        (double) new ClassicLayout(slot, false).bucketBytes()
            / new ClassicLayout(other, false).bucketBytes();
    return withEntries(
        history,
        new Interval(
            Math.floor(entries.low() * Math.min(1, times)),
            entries.best(),
            Math.ceil(entries.high() * Math.max(1, times))));
  }

  private static SiteHistory withEntries(SiteHistory history, Interval entries) {
    return new SiteHistory(
        MapSites.withEntries(history.site(), entries),
        history.steps(),
        history.single(),
        history.grown(),
        history.goesOn(),
        history.companions(),
        history.otherSlotBytes());
  }

  /**
   * Measures a single map again with what the series adds: the times at which arrays were made;
   * companions that outgrew the arrays do not count its entries; and a map that is built again and
   * again is sampled anew each time.
   */
  private static SiteHistory refined(
      SiteHistory history, MapSites.Inferred inferred, Sampling sampling, GoVersionReading go) {
    Integer slot = inferred.site().slotBytes();
    boolean unseen =
        inferred.array().instances() == 0 && inferred.site().confidence() >= SURE_WITHOUT_ARRAY;
    if (!(history.single() || unseen)
        || slot == null
        || MapFrames.isLiteral(inferred.site().at().function())) {
      return history;
    }
    Set<CodeLine> outgrown = new HashSet<>();
    List<SiteHistory.Trail> trails = new ArrayList<>();
    for (SiteHistory.Trail trail : history.companions()) {
      if (history.isOutgrownBy(trail)) {
        outgrown.add(trail.at());
      } else {
        trails.add(trail);
      }
    }
    List<Companion> companions =
        inferred.companions().stream().filter(c -> !outgrown.contains(c.at())).toList();
    List<GrowthCurve> curves = GrowthCurve.of(history.steps().size(), trails);
    ArrayEstimate array =
        switch (inferred.site().implementation()) {
          case SWISS ->
              swiss(
                  history,
                  new SwissLayout(slot, inferred.header()).tableCharge(SwissLayout.MAX_TABLE),
                  curves,
                  companions,
                  sampling);
          case CLASSIC ->
              history.isRebuilt()
                  ? null
                  : ClassicEstimate.refined(
                      inferred.array(),
                      new ArrayBirths(
                          new ClassicLayout(slot, inferred.header()),
                          history.steps(),
                          curves,
                          sampling),
                      companions,
                      go);
          case SYNC_MAP -> null;
        };
    return array == null
        ? history
        : history(
            MapSites.measured(inferred, array, companions),
            history.steps(),
            history.goesOn(),
            history.companions());
  }

  private static @Nullable ArrayEstimate swiss(
      SiteHistory history,
      long tableBytes,
      List<GrowthCurve> curves,
      List<Companion> companions,
      Sampling sampling) {
    List<SiteHistory.Step> steps = history.steps();
    SiteHistory.Step last = steps.get(steps.size() - 1);
    if (last.largest() != tableBytes) {
      return null;
    }
    if (history.isRebuilt()) {
      List<SiteHistory.Step> recent = steps.subList(firstRebuilt(steps), steps.size());
      long sampled = recent.stream().mapToLong(SiteHistory.Step::liveSampled).sum();
      return SwissEstimate.rebuilt(tableBytes, sampled, recent.size(), companions, sampling);
    }
    SiteHistory.Rung full = last.rung(tableBytes);
    if (full.madeSampled() == full.liveSampled() && full.twins() == 0) {
      return null;
    }
    List<Long> made = steps.stream().map(step -> step.rung(tableBytes).madeSampled()).toList();
    return SwissEstimate.grown(
        tableBytes,
        full.liveSampled(),
        full.madeSampled() - full.liveSampled(),
        companions,
        sampling,
        new TableBirths(made, curves)::logLikelihood);
  }

  /**
   * The first of the last profiles of which each shows tables made since the one before, and no
   * older ones: only those are sampled independently.
   */
  private static int firstRebuilt(List<SiteHistory.Step> steps) {
    int first = steps.size() - 1;
    while (first > 0
        && first > steps.size() - RECENT
        && steps.get(first).madeSampled() - steps.get(first - 1).madeSampled()
            >= Math.max(1, steps.get(first).liveSampled())) {
      first--;
    }
    return first;
  }

  /**
   * Tables of a Swiss map only become more by splits, and each leaves a dead one: without any these
   * are pages.
   */
  private static boolean growsWithoutSplits(
      MapSites.Inferred inferred, List<SiteHistory.Step> steps) {
    SiteHistory.Step first = steps.get(0);
    SiteHistory.Step last = steps.get(steps.size() - 1);
    return inferred.site().implementation() == Implementation.SWISS
        && inferred.array().single()
        && last.liveSampled() == last.madeSampled()
        && last.liveSampled() - first.liveSampled() >= LEAST_WITHOUT_SPLITS;
  }

  private static LongPredicate isArray(MapSites.Inferred inferred) {
    Integer slot = inferred.site().slotBytes();
    if (slot == null) {
      return bytes -> bytes == SyncMapSites.ENTRY || bytes == SyncMapSites.NODE;
    }
    if (inferred.site().implementation() == Implementation.SWISS) {
      SwissLayout layout = new SwissLayout(slot, inferred.header());
      return bytes -> layout.capacityOf(bytes) > SwissLayout.SLOTS;
    }
    ClassicLayout layout = new ClassicLayout(slot, inferred.header());
    return bytes -> layout.bOf(bytes) > 0;
  }

  private static SiteHistory.Step step(List<AllocationPoint> points, LongPredicate isArray) {
    long largest = 0;
    long live = 0;
    long made = 0;
    double bytes = 0;
    long top = 0;
    long topMade = 0;
    SortedMap<Long, SiteHistory.Rung> rungs = new TreeMap<>();
    for (AllocationPoint point : points) {
      for (Block block : point.blocks()) {
        if (isArray.test(block.bytes())) {
          live += block.inuseSampled();
          made += block.allocSampled();
          bytes += block.inuseBytes();
          rungs.merge(block.bytes(), rung(block), SeriesSites::together);
          topMade =
              block.bytes() == top
                  ? topMade + block.allocSampled()
                  : block.bytes() > top ? block.allocSampled() : topMade;
          top = Math.max(top, block.bytes());
          largest = block.inuseSampled() > 0 ? Math.max(largest, block.bytes()) : largest;
        }
      }
    }
    return new SiteHistory.Step(largest, live, made, topMade, bytes, List.copyOf(rungs.values()));
  }

  private static SiteHistory.Rung rung(Block block) {
    return new SiteHistory.Rung(
        block.bytes(),
        block.inuseSampled(),
        block.allocSampled(),
        Math.max(0, block.allocBytes() - block.inuseBytes()),
        block.twins());
  }

  private static SiteHistory.Rung together(SiteHistory.Rung a, SiteHistory.Rung b) {
    return new SiteHistory.Rung(
        a.bytes(),
        a.liveSampled() + b.liveSampled(),
        a.madeSampled() + b.madeSampled(),
        a.deadBytes() + b.deadBytes(),
        a.twins() + b.twins());
  }

  private static List<SiteHistory.Trail> trails(
      MapSites.Inferred inferred,
      List<Map<CodeLine, List<AllocationPoint>>> byOwner,
      Sampling sampling) {
    List<SiteHistory.Trail> trails = new ArrayList<>();
    for (Companion companion : inferred.companions()) {
      List<Double> live = new ArrayList<>();
      List<Double> made = new ArrayList<>();
      List<Double> bytes = new ArrayList<>();
      double weight = companion.weight();
      double most = 0;
      for (Map<CodeLine, List<AllocationPoint>> lines : byOwner) {
        Companion then = null;
        for (AllocationPoint point : lines.getOrDefault(companion.at(), List.of())) {
          if (point.leafAddress() == companion.leafAddress()) {
            then = Companions.measure(point, companion.distance(), sampling);
          }
        }
        double alive = then == null ? 0 : then.count() / weight;
        live.add(alive);
        made.add(then == null ? 0 : then.made() / weight);
        bytes.add(then == null ? 0 : then.inuseBytes());
        most = Math.max(most, alive);
      }
      if (most >= LEAST_SAMPLES && trails.size() < MOST_COMPANIONS) {
        trails.add(
            new SiteHistory.Trail(companion.at(), companion.distance(), weight, live, made, bytes));
      }
    }
    return trails;
  }
}
