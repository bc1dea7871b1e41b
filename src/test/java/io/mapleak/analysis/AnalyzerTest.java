package io.mapleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.evidence.SideEvidence;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.pprof.Limits;
import io.mapleak.testing.TestData;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The whole analysis on recorded series of real servers. */
class AnalyzerTest {
  private static Series series(String folder) {
    return new InputCollector(Limits.DEFAULT, InputStream.nullInputStream(), Progress.NONE)
        .collect(List.of(TestData.file(folder).toString()));
  }

  private static AnalysisResult analyze(String folder) {
    return Analyzer.analyze(series(folder), AnalysisOptions.DEFAULT);
  }

  private static AnalysisResult analyze(List<Snapshot> snapshots) {
    return Analyzer.analyze(
        new Series(snapshots, List.of(), List.of(), SideEvidence.NONE), AnalysisOptions.DEFAULT);
  }

  @Test
  void aClassicMapThatKeepsEveryKeyIsALeak() {
    AnalysisResult result = analyze("go1.23-miniredis");
    assertThat(Objects.requireNonNull(result.go()).version()).isEqualTo(GoVersion.of(23));
    assertThat(result.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(result.findings()).hasSize(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.pattern()).isEqualTo("grow-never-delete");
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.place().function())
        .isEqualTo("github.com/alicebob/miniredis/v2.(*RedisDB).incr");
    assertThat(finding.place().line()).isEqualTo(34);
    JudgedSite site = result.sites().get(0);
    assertThat(site.site().implementation()).isEqualTo(Implementation.CLASSIC);
    assertThat(site.site().slotBytes()).isEqualTo(24);
    // ten steps of 15 000 keys
    assertThat(Objects.requireNonNull(site.site().entries()).low()).isLessThanOrEqualTo(150000);
    assertThat(Objects.requireNonNull(site.site().entries()).high()).isGreaterThanOrEqualTo(150000);
    // 15 000 a step of 1.2 s are 45 million an hour
    assertThat(Objects.requireNonNull(site.growthPerHour()).low()).isLessThan(45e6);
    assertThat(Objects.requireNonNull(site.growthPerHour()).high()).isGreaterThan(45e6);
  }

  @Test
  void swissMapsThatGrowByCountedEntriesAreLeaks() {
    AnalysisResult result = analyze("go1.26-statsd");
    assertThat(result.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.HIGH);
              assertThat(finding.level()).isEqualTo(EvidenceLevel.STRONG);
            })
        .extracting(finding -> finding.place().line())
        .containsExactlyInAnyOrder(124L, 532L);
  }

  @Test
  void theSameServerUnderSteadyLoadIsSilent() {
    AnalysisResult result = analyze("go1.26-statsd-steady");
    assertThat(result.findings()).isEmpty();
    assertThat(result.sites()).isNotEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.STEADY);
  }

  @Test
  void aProfileAgainstItselfDoesNotGrow() {
    Snapshot newest = series("go1.23-miniredis").newest().orElseThrow();
    assertThat(analyze(List.of(newest, newest)).findings()).isEmpty();
  }

  @Test
  void aReversedSeriesDoesNotGrow() {
    List<Snapshot> reversed = new ArrayList<>(series("go1.23-miniredis").snapshots());
    Collections.reverse(reversed);
    assertThat(analyze(reversed).findings()).isEmpty();
    assertThat(analyze(List.of(reversed.get(0), reversed.get(9))).findings()).isEmpty();
  }

  @Test
  void oneProfileIsInconclusiveAndSaysWhy() {
    Snapshot newest = series("go1.23-miniredis").newest().orElseThrow();
    AnalysisResult result = analyze(List.of(newest));
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.notApplicable()).extracting(na -> na.rule()).contains("ML001");
  }
}
