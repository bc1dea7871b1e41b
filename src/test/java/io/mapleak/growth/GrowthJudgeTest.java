package io.mapleak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.Implementation;
import io.mapleak.site.CodeLine;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrowthJudgeTest {
  private static final long TABLE = 18432;
  private static final long MINUTE = 60_000_000_000L;
  private static final CodeLine LINE = new CodeLine("p.add", "p/map.go", 9);

  private static SiteHistory history(
      List<Integer> live, List<Integer> made, double goesOn, List<SiteHistory.Trail> trails) {
    List<SiteHistory.Step> steps = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      int alive = live.get(i);
      int ever = made.get(i);
      steps.add(
          new SiteHistory.Step(
              alive > 0 ? TABLE : 0,
              alive,
              ever,
              ever,
              alive * 524288.0,
              List.of(new SiteHistory.Rung(TABLE, alive, ever, 0, 1))));
    }
    Interval entries = new Interval(10_000, 20_000, 40_000);
    MapSite site =
        new MapSite(
            "id",
            LINE,
            Implementation.SWISS,
            16,
            Interval.exactly(32 * TABLE),
            0,
            0,
            entries,
            1,
            1,
            List.of());
    return new SiteHistory(site, steps, true, entries, goesOn, trails, null);
  }

  private static Growth judge(SiteHistory history) {
    List<Long> times = new ArrayList<>();
    for (int i = 1; i <= history.steps().size(); i++) {
      times.add(i * MINUTE);
    }
    return GrowthJudge.judge(List.of(history), times).get(0);
  }

  /** Tables were made in the series, and their times leave it open: no answer is made up. */
  @ParameterizedTest
  @CsvSource({
    "0, UNKNOWN, too few of its arrays were sampled to tell growth from rest",
    "0.3, UNKNOWN, 'fit growth that goes on as well as one that came to rest (1.3 to 1 for growth)'",
    "-0.3, UNKNOWN, 'fit growth that goes on as well as one that came to rest (1.3 to 1 for rest)'",
    "-1.2, SATURATED, have not grown for longer than a steady growth would take",
    "1.2, GROWS, the times at which they were made tell of a growth that goes on (3 to 1)"
  })
  void theTimesOfTablesTellGrowthFromRest(double odds, Growth.Verdict verdict, String reason) {
    Growth growth =
        judge(history(List.of(2, 2, 5, 5, 10, 10), List.of(2, 2, 7, 7, 19, 19), odds, List.of()));
    assertThat(growth.verdict()).isEqualTo(verdict);
    assertThat(growth.reasons()).singleElement().asString().endsWith(reason);
  }

  @Test
  void arraysThatStayedAsTheyWereAreSteady() {
    Growth growth =
        judge(history(List.of(8, 8, 8, 8, 8), List.of(15, 15, 15, 15, 15), 0.2, List.of()));
    assertThat(growth.verdict()).isEqualTo(Growth.Verdict.STEADY);
  }

  /** Objects of the map's own line, as many as its tables were grown for. */
  private static Growth counted(List<Double> live) {
    List<Double> made = live;
    SiteHistory.Trail trail =
        new SiteHistory.Trail(LINE, 0, 20_000 / live.get(4), live, made, live);
    return judge(history(List.of(1, 1, 1, 1, 1), List.of(1, 1, 1, 1, 1), 0, List.of(trail)));
  }

  @Test
  void aCountTooSmallToExcludeThatItDoubledIsNoRest() {
    Growth growth = counted(List.of(4.0, 4.0, 5.0, 6.0, 7.0));
    assertThat(growth.verdict()).isEqualTo(Growth.Verdict.UNKNOWN);
    assertThat(growth.reasons()).last().asString().contains("may as well have doubled");
  }

  @Test
  void aCountThatExcludesItIsRest() {
    assertThat(counted(List.of(40.0, 41.0, 40.0, 42.0, 42.0)).verdict())
        .isEqualTo(Growth.Verdict.STEADY);
  }
}
