package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeapTrendTest {
  private static final long MINUTE = 60_000_000_000L;

  private static HeapTrend trend(Double... liveBytes) {
    return Objects.requireNonNull(HeapTrend.of(List.of(liveBytes), minutes(liveBytes.length)));
  }

  private static List<Long> minutes(int count) {
    List<Long> times = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      times.add(i * MINUTE);
    }
    return times;
  }

  @Test
  void anEvenGrowthIsKnownExactly() {
    HeapTrend trend = trend(100.0, 200.0, 300.0, 400.0);
    assertThat(trend.bytesPerHour().low()).isCloseTo(6000, within(1e-6));
    assertThat(trend.bytesPerHour().high()).isCloseTo(6000, within(1e-6));
    Interval seconds = Objects.requireNonNull(trend.secondsTo(1000));
    assertThat(seconds.low()).isCloseTo(360, within(1e-6));
    assertThat(seconds.high()).isCloseTo(360, within(1e-6));
  }

  @Test
  void whatIsReachedAlreadyTakesNoTime() {
    assertThat(trend(100.0, 200.0, 300.0).secondsTo(300)).isEqualTo(Interval.exactly(0));
    assertThat(trend(300.0, 200.0, 100.0).secondsTo(50)).isEqualTo(Interval.exactly(0));
  }

  @Test
  void aHeapThatShrinksOrStandsStillNeverGetsThere() {
    assertThat(trend(300.0, 200.0, 100.0).secondsTo(1000)).isNull();
    assertThat(trend(300.0, 300.0, 300.0).secondsTo(1000)).isNull();
  }

  /** Garbage doubles it where nothing holds it down. */
  @Test
  void aHeapAtRestMayFillTheLimitWithItsGarbage() {
    LimitForecast limit = trend(600.0, 600.0, 600.0).limit(1000);
    assertThat(limit.liveSeconds()).isNull();
    assertThat(limit.withGarbageSeconds()).isEqualTo(Interval.exactly(0));
    assertThat(trend(400.0, 400.0, 400.0).limit(1000).withGarbageSeconds()).isNull();
  }

  @Test
  void aGrowthThatMayBeNoneMayNeverGetThere() {
    Interval seconds = Objects.requireNonNull(trend(100.0, 500.0, 50.0, 150.0).secondsTo(1000));
    assertThat(seconds.high()).isInfinite();
    assertThat(seconds.best()).isCloseTo(850.0 / 50 * 180, within(1e-6));
  }

  @Test
  void twoProfilesAndProfilesWithoutTimesAreNoTrend() {
    assertThat(HeapTrend.of(List.of(1.0, 2.0), minutes(2))).isNull();
    assertThat(HeapTrend.of(List.of(1.0, 2.0, 3.0), List.of(0L, 0L, 0L))).isNull();
    assertThat(HeapTrend.of(List.of(1.0, 2.0, 3.0), List.of(MINUTE, MINUTE, MINUTE))).isNull();
  }

  /**
   * Profiles after equal work that takes ever longer: in time growth slows, by work it does not.
   */
  @Test
  void whereTimeAndWorkPartEitherMayHold() {
    List<Long> times = List.of(MINUTE, 2 * MINUTE, 4 * MINUTE, 7 * MINUTE, 11 * MINUTE);
    List<Double> live = List.of(100.0, 200.0, 300.0, 400.0, 500.0);
    Interval seconds =
        Objects.requireNonNull(Objects.requireNonNull(HeapTrend.of(live, times)).secondsTo(600));
    // as in the mean so far, or after the next step of five minutes
    assertThat(seconds.low()).isLessThanOrEqualTo(150);
    assertThat(seconds.high()).isGreaterThanOrEqualTo(300);
  }

  /** 92 of 100 intervals are to hold the rate, and more where steps are uneven. */
  @Test
  void theIntervalHoldsTheRateAsOftenAsItSays() {
    Random random = new Random(17);
    for (int profiles : new int[] {4, 6, 12}) {
      int held = 0;
      for (int run = 0; run < 2000; run++) {
        List<Double> live = new ArrayList<>(List.of(1000.0));
        List<Long> times = new ArrayList<>(List.of(MINUTE));
        for (int i = 1; i < profiles; i++) {
          double minutes = 0.5 + random.nextDouble();
          times.add(times.get(i - 1) + (long) (minutes * MINUTE));
          live.add(live.get(i - 1) + 10 * minutes + 8 * Math.sqrt(minutes) * random.nextGaussian());
        }
        Interval rate = Objects.requireNonNull(HeapTrend.of(live, times)).bytesPerHour();
        held += rate.low() <= 600 && 600 <= rate.high() ? 1 : 0;
      }
      assertThat(held / 2000.0).as("%d profiles", profiles).isBetween(0.90, 0.98);
    }
  }
}
