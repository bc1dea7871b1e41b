package io.mapleak.rule.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.testing.GoHeap;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NoSizeHintTest {
  private static final String ASSIGN = "main.(*Reporter).group report.go:46";

  /** A map[int64]int64 that grew to B = 14 and was dropped, many times. */
  private static void grown(GoHeap heap) {
    heap.seen(319488, 20, 0, ASSIGN);
    heap.seen(630784, 31, 0, ASSIGN);
    heap.seen(1253376, 40, 0, ASSIGN);
    heap.seen(2506752, 44, 0, ASSIGN);
  }

  @Test
  void mapsThatGrowAnewEachTime() {
    List<Finding> findings =
        RuleRun.findings(
            new NoSizeHint(), GoHeap::go123, List.of(NoSizeHintTest::grown, NoSizeHintTest::grown));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.LOW);
    assertThat(findings.get(0).place().line()).isEqualTo(46);
  }

  @Test
  void aMapThatGrewOnceAndLivesIsSilent() {
    Consumer<GoHeap> once =
        heap -> {
          heap.seen(630784, 1, 0, ASSIGN);
          heap.seen(1253376, 1, 0, ASSIGN);
          heap.seen(2506752, 1, 1, ASSIGN);
        };
    assertThat(RuleRun.findings(new NoSizeHint(), GoHeap::go123, List.of(once, once))).isEmpty();
  }

  @Test
  void mapsOfOneSizeWereMadeWithAHint() {
    Consumer<GoHeap> hinted = heap -> heap.seen(2506752, 40, 0, ASSIGN);
    assertThat(RuleRun.findings(new NoSizeHint(), GoHeap::go123, List.of(hinted, hinted)))
        .isEmpty();
  }

  @Test
  void swissTablesThatWereSplitWereNotMadeByAHint() {
    Consumer<GoHeap> split =
        heap -> {
          heap.seen(18432, 300, 0, ASSIGN);
          heap.seen(18432, 290, 0, ASSIGN);
          heap.seen(9472, 4, 0, ASSIGN);
        };
    assertThat(RuleRun.findings(new NoSizeHint(), GoHeap::go126, List.of(split, split)))
        .extracting(Finding::pattern)
        .containsExactly("no-size-hint");
  }
}
