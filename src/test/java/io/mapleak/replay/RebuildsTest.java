package io.mapleak.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.growth.GrowthJudge;
import io.mapleak.simulator.workload.Event;
import io.mapleak.simulator.workload.Phase;
import io.mapleak.site.CodeLine;
import io.mapleak.site.GoVersionReader;
import io.mapleak.site.MapSite;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RebuildsTest {
  /** All blocks are sampled. */
  private static final Sampling ALL = new Sampling(1);

  private static final ClassicLayout LAYOUT = new ClassicLayout(16, false);

  /** A line at which so many maps grew to 2^top buckets until a profile, of which none is alive. */
  private static SiteHistory.Step step(int maps, int top) {
    List<SiteHistory.Rung> rungs = new ArrayList<>();
    for (int b = 0; b <= top; b++) {
      rungs.add(new SiteHistory.Rung(LAYOUT.arrayCharge(b), 0, maps, 0, 0));
    }
    return new SiteHistory.Step(0, 0, (long) maps * (top + 1), maps, 0, rungs);
  }

  private static SiteHistory history(SiteHistory.Step... steps) {
    MapSite site =
        new MapSite(
            "S1",
            new CodeLine("report.group", "report.go", 46),
            Implementation.CLASSIC,
            16,
            Interval.exactly(0),
            0,
            0,
            Interval.exactly(0),
            1,
            0.9,
            List.of());
    return new SiteHistory(site, List.of(steps), true, Interval.exactly(0), 0, List.of(), null);
  }

  @Test
  void mapsThatGrewAndWentAreCounted() {
    Rebuilds told = Objects.requireNonNull(Rebuilds.of(history(step(5, 6), step(45, 6)), ALL));
    assertThat(told.count()).isEqualTo(40);
    assertThat((double) told.entries())
        .isBetween(ClassicLayout.maxEntries(5), ClassicLayout.maxEntries(6));
    assertThat(told.kept()).isFalse();
  }

  @Test
  void eachIsBuiltAndDroppedAtOnce() {
    Rebuilds told = Objects.requireNonNull(Rebuilds.of(history(step(0, 6), step(40, 6)), ALL));
    Phase phase = told.phase(120_000_000_000L, 80_000_000_000L, 1e9);
    assertThat(phase.events())
        .extracting(Event::action)
        .containsExactly(Event.Action.INSERT, Event.Action.MAKE);
    assertThat(phase.events()).allMatch(event -> event.nanos() == 2_000_000_000L);
  }

  @Test
  void aRunTakesNoMoreInsertsThanAllowed() {
    Rebuilds told = Objects.requireNonNull(Rebuilds.of(history(step(0, 6), step(40, 6)), ALL));
    Phase phase = told.phase(80_000_000_000L, 80_000_000_000L, 10.0 * told.entries());
    assertThat(phase.events()).allMatch(event -> event.nanos() == 8_000_000_000L);
  }

  @Test
  void oneMapThatGrewIsNotMadeAgain() {
    assertThat(Rebuilds.of(history(step(0, 6), step(1, 6)), ALL)).isNull();
  }

  /** Two makings are no habit, but no growth either: a course through them would be a fiction. */
  @Test
  void entriesOfDroppedMapsHaveNoCourse() {
    SiteHistory twice = history(step(5, 6), step(7, 6));
    List<Long> times = List.of(60_000_000_000L, 120_000_000_000L);
    assertThat(Rebuilds.of(twice, ALL)).isNull();
    Derived derived =
        Derivation.derive(
            twice,
            GrowthJudge.judge(List.of(twice), times).get(0),
            times,
            1,
            GoVersionReader.given(GoVersion.of(23)));
    assertThat(derived.read()).isNull();
    assertThat(derived.why()).anyMatch(why -> why.startsWith("its maps are dropped and built"));
  }
}
