package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.site.SiteHistory;
import io.mapleak.testing.GoHeap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecasterTest {
  private static final double MIB = 1 << 20;

  private static Forecast forecast(GrowingMap map, List<Long> times, OptionalLong limit) {
    int last = times.size() - 1;
    return Forecaster.forecast(
        List.of(map.history()),
        List.of(map.growth()),
        times,
        2 * times.get(last) - times.get(0),
        GoHeap.RATE,
        GoVersion.of(23),
        limit,
        Collections.nCopies(times.size(), 100 * MIB));
  }

  /** The reason of the one site that is refused. */
  private static String refusal(GrowingMap map, List<Long> times) {
    Forecast forecast = forecast(map, times, OptionalLong.empty());
    assertThat(forecast.sites()).isEmpty();
    assertThat(forecast.refused()).hasSize(1);
    assertThat(forecast.refused().get(0).site()).isEqualTo(map.history().site());
    return forecast.refused().get(0).reason();
  }

  private static GrowingMap growing(int profiles) {
    return GrowingMap.classic(new Random(2), 40_000, 140_000, profiles);
  }

  @Test
  void twoProfilesAreNoTrend() {
    GrowingMap map = growing(2);
    assertThat(refusal(map, map.times())).isEqualTo("a trend needs 3 profiles, there are 2");
  }

  @Test
  void profilesNeedTimes() {
    GrowingMap map = growing(5);
    String none = "its profiles have no times";
    assertThat(refusal(map, Collections.nCopies(5, 0L))).isEqualTo(none);
    assertThat(refusal(map, Collections.nCopies(5, 60_000_000_000L))).isEqualTo(none);
  }

  @Test
  void mapsThatAreBuiltAgainHaveNoCourse() {
    long bytes = GrowingMap.CLASSIC.arrayCharge(14);
    List<SiteHistory.Step> steps = new ArrayList<>();
    for (int made = 1; made <= 4; made++) {
      steps.add(
          new SiteHistory.Step(
              bytes, 1, made, made, bytes, List.of(new SiteHistory.Rung(bytes, 1, made, 0, 0))));
    }
    GrowingMap map = GrowingMap.of(Implementation.CLASSIC, steps, 24);
    assertThat(refusal(map, map.times())).isEqualTo("its maps are dropped and built again");
  }

  @Test
  void aSlotOfUnknownSizeHasNoArrays() {
    GrowingMap map = GrowingMap.of(Implementation.CLASSIC, growing(5).history().steps(), null);
    assertThat(refusal(map, map.times()))
        .isEqualTo("nothing in its blocks tells the size of its slots");
  }

  /** One table was seen: there may be one, or a hundred. */
  @Test
  void aFewSamplesAllowTooMuch() {
    long bytes = GrowingMap.SWISS.tableCharge(SwissLayout.MAX_TABLE);
    SiteHistory.Step none = new SiteHistory.Step(0, 0, 0, 0, 0, List.of());
    SiteHistory.Step one =
        new SiteHistory.Step(
            bytes, 1, 1, 1, 20.0 * bytes, List.of(new SiteHistory.Rung(bytes, 1, 1, 0, 0)));
    GrowingMap map = GrowingMap.of(Implementation.SWISS, List.of(none, one, one), 24);
    assertThat(refusal(map, map.times())).startsWith("its samples allow too much: more profiles");
  }

  @Test
  void aMapOfWhichNothingWasSampledHasNoEntries() {
    SiteHistory.Step none = new SiteHistory.Step(0, 0, 0, 0, 0, List.of());
    GrowingMap map = GrowingMap.of(Implementation.SWISS, List.of(none, none, none), 24);
    assertThat(refusal(map, map.times())).isEqualTo("neither its arrays nor objects were sampled");
  }

  /** 100 000 entries in 4 minutes: the array of 2^15 buckets doubles at 212 992, in 3 minutes. */
  @Test
  void theNextArrayAndTheWayToALimitAreTold() {
    GrowingMap map = growing(5);
    Forecast forecast = forecast(map, map.times(), OptionalLong.of(110 << 20));
    assertThat(forecast.refused()).isEmpty();
    SiteForecast site = forecast.sites().get(0);
    assertThat(240_000.0).isBetween(site.entries().low(), site.entries().high());
    assertThat(1_500_000.0).isBetween(site.growthPerHour().low(), site.growthPerHour().high());
    assertThat(site.course()).hasSize(13).extracting(SiteForecast.Point::nanos).isSorted();
    SiteForecast.NextGrowth next = Objects.requireNonNull(site.next());
    double large = GrowingMap.CLASSIC.arrayCharge(16);
    assertThat(next.arrayBytes()).isEqualTo(large);
    assertThat(next.transientBytes()).isEqualTo(large + GrowingMap.CLASSIC.arrayCharge(15));
    double seconds = (ClassicLayout.maxEntries(15) - 140_000) / 100_000 * 240;
    assertThat(seconds).isBetween(next.seconds().low(), next.seconds().high());
    assertThat(Objects.requireNonNull(site.limitSeconds()).low()).isPositive();
    // each entry keeps an object of 64 bytes
    assertThat(site.retainedBytes().best())
        .isCloseTo(site.arrayBytes().best() + 64 * site.entries().best(), withinPercentage(20));
  }
}
