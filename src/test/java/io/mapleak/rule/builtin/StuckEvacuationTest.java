package io.mapleak.rule.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.testing.GoHeap;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StuckEvacuationTest {
  private static final String ASSIGN = "main.(*Table).add table.go:12";

  /** A map[int64]int64: (2^B + 2^(B-4)) x 144 bytes for B = 15, 16, 17. */
  private static Consumer<GoHeap> arrays(long of15, long of16, long of17) {
    return heap -> {
      heap.seen(5013504, 1, of15, ASSIGN);
      heap.seen(10027008, 1, of16, ASSIGN);
      if (of17 >= 0) {
        heap.seen(20054016, 1, of17, ASSIGN);
      }
    };
  }

  private static final Consumer<GoHeap> FULL = arrays(0, 1, -1);
  private static final Consumer<GoHeap> MOVING = arrays(0, 1, 1);
  private static final Consumer<GoHeap> MOVED = arrays(0, 0, 1);

  @Test
  void twoArraysThatStandStillAreStuck() {
    List<Finding> findings =
        RuleRun.findings(
            new StuckEvacuation(), GoHeap::go123, List.of(FULL, MOVING, MOVING, MOVING));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.MEDIUM);
    assertThat(findings.get(0).place().line()).isEqualTo(12);
    assertThat(findings.get(0).bytesAtStake()).isEqualTo(10027008);
  }

  @Test
  void aGrowthThatOnlyJustBeganMayEnd() {
    List<Finding> findings =
        RuleRun.findings(new StuckEvacuation(), GoHeap::go123, List.of(FULL, FULL, FULL, MOVING));
    assertThat(findings).extracting(Finding::severity).containsExactly(Severity.INFO);
  }

  @Test
  void aGrowthThatHasEndedIsSilent() {
    assertThat(
            RuleRun.findings(
                new StuckEvacuation(), GoHeap::go123, List.of(FULL, MOVING, MOVED, MOVED)))
        .isEmpty();
  }

  @Test
  void swissMapsEvacuateNothing() {
    Consumer<GoHeap> tables =
        heap -> {
          heap.seen(18432, 20, 20, "main.fill main.go:9");
          heap.seen(18432, 20, 0, "main.fill main.go:9");
          heap.seen(9472, 2, 0, "main.fill main.go:9");
        };
    assertThat(
            RuleRun.outcome(new StuckEvacuation(), GoHeap::go126, List.of(tables, tables))
                .notApplicable())
        .extracting(na -> na.rule())
        .containsExactly("ML008");
  }
}
