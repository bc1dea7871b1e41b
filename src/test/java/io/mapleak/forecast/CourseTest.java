package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.growth.ArrayTrend;
import io.mapleak.growth.Growth;
import io.mapleak.site.CodeLine;
import io.mapleak.site.SiteHistory;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final long SECOND = 1_000_000_000L;

  /** Profiles after equal amounts of work that take ever longer: 1, 2, 3 and 4 seconds. */
  private static final List<Long> SLOWING =
      List.of(50 * SECOND, 51 * SECOND, 53 * SECOND, 56 * SECOND, 60 * SECOND);

  private static Growth counting(double... live) {
    List<Double> counts = DoubleStream.of(live).boxed().toList();
    SiteHistory.Trail trail =
        new SiteHistory.Trail(new CodeLine("app.put", "app.go", 7), 0, 1, counts, counts, counts);
    return new Growth(
        Growth.Verdict.GROWS,
        live.length == 0 ? List.of() : List.of(trail),
        List.of(),
        null,
        new ArrayTrend(List.of(), 0, 0),
        null,
        0,
        List.of());
  }

  /** The two that are likeliest before anything is seen: even growth, by time and by profile. */
  private static List<Course> even(List<Long> times) {
    return Course.all(times, counting()).stream()
        .sorted(Comparator.comparingDouble(Course::logProbability).reversed())
        .limit(2)
        .sorted(Comparator.comparingDouble(course -> course.ofProfile(1)))
        .toList();
  }

  @Test
  void evenGrowthGoesByTimeOrByProfile() {
    Course byTime = even(SLOWING).get(0);
    Course byProfile = even(SLOWING).get(1);
    double[] times = {0, 0.1, 0.3, 0.6, 1};
    for (int i = 0; i < 5; i++) {
      assertThat(byTime.ofProfile(i)).isCloseTo(times[i], within(1e-12));
      assertThat(byProfile.ofProfile(i)).isCloseTo(i / 4.0, within(1e-12));
    }
  }

  /** The next interval is expected to take 5 seconds, the one after it 6. */
  @Test
  void intervalsThatGrowGoOnGrowing() {
    Course byProfile = even(SLOWING).get(1);
    assertThat(byProfile.ofTime(65 * SECOND)).isCloseTo(1.25, within(1e-9));
    assertThat(byProfile.ofTime(71 * SECOND)).isCloseTo(1.5, within(1e-9));
    assertThat(byProfile.secondsTo(1.5)).isCloseTo(11, within(1e-9));
    Course byTime = even(SLOWING).get(0);
    assertThat(byTime.ofTime(65 * SECOND)).isCloseTo(1.5, within(1e-9));
    assertThat(byTime.secondsTo(1.5)).isCloseTo(5, within(1e-9));
  }

  @Test
  void intervalsThatShrinkAreNotCarriedOnToNothing() {
    List<Long> hastening = List.of(0L, 4 * SECOND, 7 * SECOND, 9 * SECOND);
    Course byProfile = even(hastening).get(0);
    assertThat(byProfile.secondsTo(1 + 10.0 / 3)).isCloseTo(20, within(1e-9));
  }

  @Test
  void positionsAndTimesAreEachOthersInverse() {
    List<Course> all = Course.all(SLOWING, counting(0, 10, 20, 90, 100));
    assertThat(all).hasSize(9);
    for (Course course : all) {
      assertThat(course.ofProfile(0)).isZero();
      assertThat(course.ofProfile(4)).isEqualTo(1);
      for (long after : new long[] {0, 1, 7, 300}) {
        double position = course.ofTime((60 + after) * SECOND);
        assertThat(position).isGreaterThanOrEqualTo(1);
        assertThat(course.secondsTo(position)).isCloseTo(after, within(1e-6));
      }
    }
  }

  @Test
  void allTogetherAreNoMoreThanCertain() {
    for (Growth growth : List.of(counting(), counting(0, 10, 20, 90, 100))) {
      List<Course> all = Course.all(SLOWING, growth);
      double sum = all.stream().mapToDouble(course -> Math.exp(course.logProbability())).sum();
      assertThat(sum).isBetween(0.9, 1.0);
      assertThat(all).allMatch(course -> course.profiles() == 5);
    }
  }

  @Test
  void aCompanionOfManySamplesShowsItsOwnCurve() {
    List<Course> all = Course.all(SLOWING, counting(100, 110, 105, 190, 200));
    Course uneven = all.get(all.size() - 1);
    // a fall is noise: entries stay
    double[] shares = {0, 0.1, 0.1, 0.9, 1};
    for (int i = 0; i < 5; i++) {
      assertThat(uneven.ofProfile(i)).isCloseTo(shares[i], within(1e-12));
    }
    assertThat(Course.all(SLOWING, counting(0, 2, 4, 18, 20))).hasSize(8);
  }
}
