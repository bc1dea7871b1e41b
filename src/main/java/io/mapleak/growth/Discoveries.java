package io.mapleak.growth;

import io.mapleak.unit.Gaussian;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What of many growths found at once stands up to their number: of a hundred counts that do not
 * grow, one passes a test at 1 %.
 */
final class Discoveries {
  private Discoveries() {}

  /** The same, in their order; growth by counts that so many tests bring by chance may be none. */
  static List<Growth> of(List<Growth> judged) {
    double[] chances =
        judged.stream().filter(Discoveries::isTested).mapToDouble(Discoveries::chance).toArray();
    double threshold = FalseDiscovery.threshold(chances);
    List<Growth> kept = new ArrayList<>();
    for (Growth growth : judged) {
      boolean byChance =
          growth.verdict() == Growth.Verdict.GROWS
              && isTested(growth)
              && chance(growth) > threshold;
      kept.add(byChance ? doubted(growth, chances.length) : growth);
    }
    return List.copyOf(kept);
  }

  private static boolean isTested(Growth growth) {
    return growth.trend() != null && growth.counted() != null;
  }

  private static double chance(Growth growth) {
    CountTrend trend = growth.trend();
    return trend == null ? 1 : Gaussian.upperTail(trend.z());
  }

  private static Growth doubted(Growth growth, int tests) {
    List<String> reasons = new ArrayList<>(growth.reasons());
    reasons.add(
        String.format(
            Locale.ROOT, "but among the %d counts tested one may rise as much by chance", tests));
    return growth.withVerdict(Growth.Verdict.MAY_GROW, reasons);
  }
}
