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

final class StageTest {
  private static final CodeLine LINE = new CodeLine("a.put", "a.go", 7);
  private static final long MIB = 1 << 20;

  /** A site whose arrays had live and dead bytes in two profiles, in MiB. */
  private static SiteHistory arrays(double[] live, double[] dead) {
    Interval bytes = Interval.exactly(live[live.length - 1] * MIB);
    MapSite site =
        new MapSite(
            "id", LINE, Implementation.CLASSIC, 16, bytes, 0, 0, null, 1, 0.9, List.of("why"));
    List<SiteHistory.Step> steps = new ArrayList<>();
    for (int i = 0; i < live.length; i++) {
      SiteHistory.Rung rung = new SiteHistory.Rung(MIB, 1, 2, dead[i] * MIB, 0);
      steps.add(new SiteHistory.Step(MIB, 1, 2, 1, live[i] * MIB, List.of(rung)));
    }
    return new SiteHistory(site, steps, true, bytes, 0.5, List.of(), null);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 4, 4, LONG_LIVED_GROWTH",
    "1, 1, 3, 9, GROWTH_AND_CHURN",
    "1, 1, 1, 40, CHURN",
    "2, 1, 1, 40, CHURN",
    "4, 3, 4, 3, STILL",
    "4, 3, 1, 6, STILL"
  })
  void whatIsAllocatedStaysOrGoes(
      double live, double dead, double liveLater, double deadLater, Stage.Kind kind) {
    Stage stage = Stage.of(arrays(new double[] {live, liveLater}, new double[] {dead, deadLater}));
    assertThat(stage.kind()).isEqualTo(kind);
    assertThat(stage.stayedBytes()).isEqualTo((liveLater - live) * MIB);
  }

  @Test
  void oneProfileTellsNothing() {
    assertThat(Stage.of(arrays(new double[] {1}, new double[] {9})).kind())
        .isEqualTo(Stage.Kind.UNKNOWN);
  }
}
