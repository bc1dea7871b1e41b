package io.mapleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.analysis.Comparison.Relation;
import io.mapleak.analysis.SiteChange.Outcome;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.pprof.Limits;
import io.mapleak.testing.TestData;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of profiles of recorded servers. */
final class ComparerTest {
  private static Series series(String folder) {
    return new InputCollector(Limits.DEFAULT, InputStream.nullInputStream(), Progress.NONE)
        .collect(List.of(TestData.file(folder).toString()));
  }

  private static Series only(Series series, int step) {
    return new Series(
        List.of(series.snapshots().get(step)), List.of(), List.of(), SideEvidence.NONE);
  }

  private static Comparison compare(String folder, int before, int after) {
    Series series = series(folder);
    return Comparer.compare(only(series, before), only(series, after), AnalysisOptions.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go1.23-miniredis", "go1.26-statsd", "go1.26-statsd-steady"})
  void aProfileAgainstItselfHasNoFindingAndNoChange(String folder) {
    Comparison same = compare(folder, 5, 5);
    assertThat(same.relation()).isEqualTo(Relation.SAME_PROFILE);
    assertThat(same.analysis().findings()).isEmpty();
    assertThat(same.changes()).isNotEmpty().allMatch(c -> c.outcome() == Outcome.SAME);
    assertThat(same.changes()).allMatch(c -> c.change().bytes() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go1.23-miniredis", "go1.26-statsd"})
  void aReversedPairShrinksAndHasNoGrowthFinding(String folder) {
    Comparison reversed = compare(folder, 9, 2);
    assertThat(reversed.relation()).isEqualTo(Relation.REVERSED);
    assertThat(reversed.analysis().findings()).isEmpty();
    assertThat(reversed.changes()).noneMatch(c -> c.outcome() == Outcome.GREW);
    assertThat(reversed.changes()).anyMatch(c -> c.outcome() == Outcome.SHRANK);
  }

  @Test
  void aLeakGrewBySoMuchInBothDirections() {
    Comparison forth = compare("go1.26-statsd", 2, 9);
    Comparison back = compare("go1.26-statsd", 9, 2);
    assertThat(forth.relation()).isEqualTo(Relation.SAME_PROCESS);
    SiteChange most = forth.changes().get(0);
    assertThat(most.outcome()).isEqualTo(Outcome.GREW);
    assertThat(most.change().bytes()).isEqualTo(-back.changes().get(0).change().bytes());
    assertThat(most.after() - most.before()).isCloseTo(most.change().bytes(), within(1.0));
    assertThat(forth.analysis().findings()).isNotEmpty();
  }

  @Test
  void aSteadyServerDidNotGrow() {
    Comparison steady = compare("go1.26-statsd-steady", 2, 9);
    assertThat(steady.analysis().findings()).isEmpty();
    assertThat(steady.changes()).isNotEmpty().noneMatch(c -> c.outcome() == Outcome.GREW);
  }

  @Test
  void twoProcessesAreComparedByTheirLevelsAndHaveNoGrowthFinding() {
    Comparison other =
        Comparer.compare(
            series("go1.26-statsd-steady"), series("go1.26-statsd"), AnalysisOptions.DEFAULT);
    assertThat(other.relation()).isEqualTo(Relation.OTHER_PROCESS);
    assertThat(other.analysis().findings())
        .noneMatch(finding -> finding.facts().containsKey("bytes_grown"));
    assertThat(other.changes()).anyMatch(c -> c.outcome() == Outcome.GREW);
  }
}
