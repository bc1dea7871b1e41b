package io.mapleak.site;

import io.mapleak.gomap.Implementation;
import io.mapleak.source.SourceAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides which lines of a profile are maps, from the allocation points alone. */
final class SiteCandidates {
  /** Least log odds at which a point counts as a map: 1 to 2. */
  static final double LEAST_ODDS = -0.7;

  /** Log odds from which on the objects beside a point may show that it is a map: 1 to 10. */
  private static final double DOUBTFUL = -2.3;

  /** What a name that only maps have is worth, in log odds. */
  private static final double NAMED = 6;

  /** What a sibling of the same line or function that is surely a map of the same slot is worth. */
  private static final double SIBLING = 3;

  /** Smaller blocks than this are as often the map's values as arrays of another map. */
  private static final long SMALLEST_SIBLING = 8192;

  /** Live bytes of a line that no blocks give away, from which on the source is asked. */
  private static final long LEAST_LOOKED_UP = 64 * 1024;

  /** What it is worth that the source has no map at the line, in log odds. */
  private static final double REFUTED = -20;

  private final GoVersionReading go;
  private final long rate;
  private final MapLines source;

  SiteCandidates(GoVersionReading go, long rate, MapLines lines) {
    this.go = go;
    this.rate = rate;
    this.source = lines;
  }

  /**
   * Built-in maps of a profile, in the order of their lines; points of sync.Map are left to {@link
   * SyncMapSites}.
   */
  List<SiteCandidate> of(List<AllocationPoint> points) {
    List<@Nullable Fit> fits = new ArrayList<>();
    for (AllocationPoint point : points) {
      fits.add(fit(point));
    }
    Set<Kind> sure = new HashSet<>();
    for (int i = 0; i < fits.size(); i++) {
      Fit fit = fits.get(i);
      if (fit != null && fit.logOdds() >= LEAST_ODDS) {
        sure.add(Kind.of(points.get(i), fit));
      }
    }
    backByCompanions(points, fits);
    Map<CodeLine, List<Integer>> lines = new TreeMap<>();
    for (int i = 0; i < fits.size(); i++) {
      Fit fit = fits.get(i);
      if (fit != null && fit.logOdds() + sibling(points.get(i), fit, sure) >= LEAST_ODDS) {
        lines.computeIfAbsent(points.get(i).owner(), line -> new ArrayList<>()).add(i);
      }
    }
    List<SiteCandidate> candidates = new ArrayList<>();
    lines.forEach(
        (line, indexes) -> {
          List<AllocationPoint> at = new ArrayList<>();
          List<Fit> read = new ArrayList<>();
          for (int i : indexes) {
            at.add(points.get(i));
            Fit fit = fits.get(i);
            if (fit != null) {
              read.add(fit);
            }
          }
          candidates.add(new SiteCandidate(line, at, merge(read)));
        });
    return candidates;
  }

  /** Adds to the odds of doubtful points what the objects beside them are worth. */
  private void backByCompanions(List<AllocationPoint> points, List<@Nullable Fit> fits) {
    Set<AllocationPoint> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < fits.size(); i++) {
      Fit fit = fits.get(i);
      if (fit != null && fit.logOdds() >= DOUBTFUL) {
        arrays.add(points.get(i));
      }
    }
    Sampling sampling = new Sampling(rate);
    Companions companions = new Companions(points, arrays, sampling);
    for (int i = 0; i < fits.size(); i++) {
      Fit fit = fits.get(i);
      if (fit != null && fit.logOdds() >= DOUBTFUL && fit.logOdds() < LEAST_ODDS) {
        double worth = CompanionOdds.of(fit, companions.ofCallers(points.get(i)), sampling);
        if (worth > 0) {
          fits.set(
              i,
              withOdds(fit, fit.logOdds() + worth, "objects beside it are as many as it can hold"));
        }
      }
    }
  }

  private @Nullable Fit fit(AllocationPoint point) {
    String leaf = point.leaf().function();
    if (MapFrames.isSyncMap(leaf) || MapFrames.isKnownBuffer(leaf)) {
      return null;
    }
    Fit guessed = guessed(point, leaf);
    Fit fit =
        guessed != null && source.isNamed(point.owner())
            ? withOdds(guessed, guessed.logOdds() + NAMED, "named as a map")
            : guessed;
    // what is looked up in the source costs its reading, so only lines that matter are
    if (source == MapLines.NONE || (fit == null && point.inuseBytes() < LEAST_LOOKED_UP)) {
      return fit;
    }
    SourceAnswer answer = source.at(point.owner());
    if (answer instanceof SourceAnswer.Map map) {
      Fit known = KnownFit.of(point, map.source(), go);
      boolean fits = known != null || map.source().layout() == null;
      return known != null || fit == null
          ? known
          : withOdds(
              fit,
              fit.logOdds() + (fits ? NAMED : -NAMED / 3),
              "the source has " + map.source().type() + " there");
    }
    boolean direct = point.leaf().equals(point.owner()) && !MapFrames.isNamedMapOperation(leaf);
    return fit != null && direct && answer instanceof SourceAnswer.NoMap
        ? withOdds(fit, fit.logOdds() + REFUTED, "but the source has no map there")
        : fit;
  }

  /** What the blocks alone say. */
  private @Nullable Fit guessed(AllocationPoint point, String leaf) {
    Implementation known = go.implementation();
    Fit classic = known == Implementation.SWISS ? null : ClassicFit.of(point, go, rate);
    Fit swiss = known == Implementation.CLASSIC ? null : SwissFit.of(point);
    Fit fit = classic;
    if (fit == null || (swiss != null && swiss.logOdds() > fit.logOdds())) {
      fit = swiss;
    }
    return fit != null && MapFrames.isNamedMapOperation(leaf)
        ? withOdds(fit, fit.logOdds() + NAMED, "the frame " + leaf + " is a map's")
        : fit;
  }

  /** Maps of one function that have the same slots. */
  private record Kind(String function, int slotBytes, Implementation implementation) {
    static Kind of(AllocationPoint point, Fit fit) {
      return new Kind(point.owner().function(), fit.slotBytes(), fit.implementation());
    }
  }

  /**
   * Odds that a weak point gains from a sure one of the same function: a make beside its
   * assignments.
   */
  private static double sibling(AllocationPoint point, Fit fit, Set<Kind> sure) {
    return fit.logOdds() < LEAST_ODDS
            && largest(fit) >= SMALLEST_SIBLING
            && sure.contains(Kind.of(point, fit))
        ? SIBLING
        : 0;
  }

  private static long largest(Fit fit) {
    return fit.arrays().get(fit.arrays().size() - 1).bytes();
  }

  private static Fit withOdds(Fit fit, double odds, String reason) {
    List<String> why = new ArrayList<>();
    why.add(reason);
    why.addAll(fit.why());
    return fit.withOdds(odds, why);
  }

  /** Several instructions of one line: the surest reading, with the blocks of those of its type. */
  private static Fit merge(List<Fit> fits) {
    Fit surest = Collections.max(fits, (a, b) -> Double.compare(a.logOdds(), b.logOdds()));
    if (fits.size() == 1) {
      return surest;
    }
    List<Block> arrays = new ArrayList<>();
    List<Block> units = new ArrayList<>();
    List<Block> others = new ArrayList<>();
    for (Fit fit : fits) {
      if (fit.slotBytes() == surest.slotBytes()
          && fit.implementation() == surest.implementation()) {
        arrays.addAll(fit.arrays());
        units.addAll(fit.units());
        others.addAll(fit.others());
      }
    }
    return new Fit(
        surest.implementation(),
        surest.slotBytes(),
        surest.header(),
        bySize(arrays),
        bySize(units),
        bySize(others),
        surest.logOdds(),
        surest.why(),
        units.isEmpty() ? surest.otherSlot() : null);
  }

  private static List<Block> bySize(List<Block> blocks) {
    TreeMap<Long, Block> sums = new TreeMap<>();
    for (Block b : blocks) {
      sums.merge(
          b.bytes(),
          b,
          (x, y) ->
              new Block(
                  x.bytes(),
                  x.allocSampled() + y.allocSampled(),
                  x.inuseSampled() + y.inuseSampled(),
                  x.allocBytes() + y.allocBytes(),
                  x.inuseBytes() + y.inuseBytes(),
                  x.twins() + y.twins()));
    }
    return List.copyOf(sums.values());
  }
}
