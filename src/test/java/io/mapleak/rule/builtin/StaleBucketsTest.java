package io.mapleak.rule.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.gomap.ClassicLayout;
import io.mapleak.testing.GoHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StaleBucketsTest {
  private static final String PUT = "main.(*Sessions).put sessions.go:43";
  private static final String NEW = "main.(*Sessions).put sessions.go:41";
  private static final ClassicLayout LAYOUT = new ClassicLayout(24, true);

  /** 2^14 buckets for 53 248 to 106 496 entries, and samples of 512-byte values beside them. */
  private static List<Finding> findings(long... values) {
    List<Consumer<GoHeap>> steps = new ArrayList<>();
    long made = 0;
    for (long live : values) {
      made = Math.max(made, live);
      long ever = made;
      steps.add(
          heap -> {
            heap.seen(LAYOUT.arrayCharge(12), 1, 0, PUT);
            heap.seen(LAYOUT.arrayCharge(13), 1, 0, PUT);
            heap.seen(LAYOUT.arrayCharge(14), 1, 1, PUT);
            heap.seen(512, ever, live, NEW);
          });
    }
    return RuleRun.findings(new StaleBuckets(), GoHeap::go123, steps);
  }

  @Test
  void entriesThatWereThereAndAreGone() {
    List<Finding> findings = findings(60, 80, 80, 2, 2, 2);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.MEDIUM);
    assertThat(findings.get(0).level()).isEqualTo(EvidenceLevel.PROOF);
    assertThat(findings.get(0).refutedBy()).isNotBlank();
    assertThat(findings.get(0).nextCapture()).isNotBlank();
  }

  @Test
  void aMapInUseIsSilent() {
    assertThat(findings(60, 80, 80, 80, 80, 80)).isEmpty();
    assertThat(findings(60, 80, 80, 35, 35, 35)).isEmpty();
  }

  @Test
  void aLoadThatOnlyPausesIsSilent() {
    assertThat(findings(60, 80, 80, 80, 80, 1)).isEmpty();
    assertThat(findings(60, 80, 1, 1, 70, 80)).isEmpty();
  }

  @Test
  void nothingLeftOfSevenSamplesIsEnoughAndOfFiveIsNot() {
    assertThat(StaleBuckets.emptyOdds(0, 7)).isGreaterThan(Math.log(20));
    assertThat(StaleBuckets.emptyOdds(0, 5)).isLessThan(Math.log(20));
    assertThat(StaleBuckets.emptyOdds(4, 12)).isNegative();
  }
}
