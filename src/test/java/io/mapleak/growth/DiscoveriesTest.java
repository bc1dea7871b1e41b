package io.mapleak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.site.CodeLine;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiscoveriesTest {
  private static final SiteHistory.Trail TRAIL =
      new SiteHistory.Trail(
          new CodeLine("p.f", "p/f.go", 1), 0, 1, List.of(1.0), List.of(1.0), List.of(1.0));

  private static Growth growth(double z) {
    CountTrend trend = new CountTrend(20, 20 + 7 * z, 7, 0.5, false, 0, 10);
    return new Growth(
        z >= CountTrend.LEAST_Z ? Growth.Verdict.GROWS : Growth.Verdict.STEADY,
        List.of(TRAIL),
        List.of(),
        trend,
        new ArrayTrend(List.of(), 0, 0),
        null,
        0,
        List.of("counted"));
  }

  private static List<Growth> among(int steady, double z) {
    List<Growth> growths = new ArrayList<>(List.of(growth(z)));
    IntStream.range(0, steady).forEach(i -> growths.add(growth(0)));
    return growths;
  }

  /** With Benjamini and Hochberg at 5 %, the best of n has to reach 0.05 / n. */
  @ParameterizedTest
  @CsvSource({
    "0, 2.4, GROWS",
    "4, 2.4, GROWS",
    "9, 2.4, MAY_GROW",
    "99, 3.1, MAY_GROW",
    "99, 3.4, GROWS"
  })
  void oneRiseAmongManySteadyCounts(int steady, double z, Growth.Verdict verdict) {
    Growth first = Discoveries.of(among(steady, z)).get(0);
    assertThat(first.verdict()).isEqualTo(verdict);
    assertThat(first.reasons().size()).isEqualTo(verdict == Growth.Verdict.GROWS ? 1 : 2);
  }

  @Test
  void manyGrowingCountsBearEachOtherOut() {
    List<Growth> growths = new ArrayList<>(among(20, 2.4));
    IntStream.range(0, 20).forEach(i -> growths.add(growth(5)));
    assertThat(Discoveries.of(growths).get(0).verdict()).isEqualTo(Growth.Verdict.GROWS);
  }

  /** Of series without growth, few have a growth left: at most the rate, and noise. */
  @Test
  void keepsTheRateAmongHundredsOfSites() {
    Random random = new Random(5);
    int series = 400;
    int wrong = 0;
    for (int i = 0; i < series; i++) {
      List<Growth> growths =
          IntStream.range(0, 300).mapToObj(site -> growth(random.nextGaussian())).toList();
      wrong +=
          Discoveries.of(growths).stream().anyMatch(g -> g.verdict() == Growth.Verdict.GROWS)
              ? 1
              : 0;
    }
    assertThat(wrong).isBetween(1, (int) (series * FalseDiscovery.RATE * 1.6));
  }
}
