package io.mapleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.gomap.GoVersion;
import io.mapleak.replay.Derived;
import io.mapleak.replay.Observed;
import io.mapleak.replay.Predicted;
import io.mapleak.replay.Replay;
import io.mapleak.simulator.alternative.AlternativeChoice;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.simulator.workload.WorkloadException;
import io.mapleak.simulator.workload.WorkloadParser;
import io.mapleak.testing.ResultDsl;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayedFindingsTest {
  private static final String WORKLOAD = "key string\nelem int64\nphase p for 10s\n  insert 10/s\n";

  private static AnalysisResult leak() {
    return ResultDsl.profiles(10).leak("S1", "shop.put", "shop.go", 43).build();
  }

  private static Finding finding(EvidenceLevel level) {
    return leak().findings().get(0).withCertainty(level, Severity.HIGH);
  }

  /** A run that has so many bytes of arrays, against profiles that show 1000. */
  private static Replay replay(int profiles, long bytes) throws WorkloadException {
    List<Replay.Step> steps = new ArrayList<>();
    for (int i = 0; i < profiles; i++) {
      steps.add(
          new Replay.Step(
              i + 1,
              new Observed(Interval.exactly(1000), 1000),
              new Predicted(
                  new Sample(i, 10, 16, bytes, bytes, 0, bytes, 0, bytes, 0), null, null)));
    }
    Derived derived =
        new Derived(
            WorkloadParser.parse("test", WORKLOAD),
            AlternativeChoice.MAP,
            GoVersion.of(26),
            List.of(1L),
            null,
            List.of());
    return new Replay(leak().sites().get(0).site(), derived, steps, List.of());
  }

  @Test
  void aFitRaisesASuspicion() throws WorkloadException {
    Finding moved =
        ReplayedFindings.moved(finding(EvidenceLevel.SUSPICION), replay(8, 1000), false);
    assertThat(moved.level()).isEqualTo(EvidenceLevel.STRONG);
    assertThat(moved.evidenceFor())
        .last()
        .isEqualTo("its workload, run again on go1.26, has the arrays that 8 profiles show");
  }

  @Test
  void aFitOfFewProfilesOrAgainstTheSourceRaisesNothing() throws WorkloadException {
    Finding suspicion = finding(EvidenceLevel.SUSPICION);
    assertThat(ReplayedFindings.moved(suspicion, replay(5, 1000), false).level())
        .isEqualTo(EvidenceLevel.SUSPICION);
    assertThat(ReplayedFindings.moved(suspicion, replay(8, 1000), true).level())
        .isEqualTo(EvidenceLevel.SUSPICION);
  }

  @Test
  void otherArraysMakeItASuspicionThatFailsNoBuild() throws WorkloadException {
    Finding moved = ReplayedFindings.moved(finding(EvidenceLevel.STRONG), replay(8, 700), false);
    assertThat(moved.level()).isEqualTo(EvidenceLevel.SUSPICION);
    assertThat(moved.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(moved.evidenceAgainst())
        .last()
        .asString()
        .contains("other arrays", "30" + Figures.JOIN + "%");
  }

  @Test
  void whatTheSourceProvesStays() throws WorkloadException {
    Finding moved = ReplayedFindings.moved(finding(EvidenceLevel.PROOF), replay(8, 700), true);
    assertThat(moved.level()).isEqualTo(EvidenceLevel.PROOF);
    assertThat(moved.evidenceAgainst()).isNotEmpty();
  }

  @Test
  void oneProfileTellsNothing() throws WorkloadException {
    Finding finding = finding(EvidenceLevel.STRONG);
    assertThat(ReplayedFindings.moved(finding, replay(1, 700), false)).isEqualTo(finding);
  }
}
