package io.mapleak.rule.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.testing.GoHeap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyncMapMisuseTest {
  private static final String USER = "main.(*Hub).register hub.go:44";

  /** The dirty map, map[any]*entry of 208 bytes a bucket, with B = 12, copied so many times. */
  private static Consumer<GoHeap> copies(long made) {
    return heap -> {
      heap.seen(
          909312,
          made,
          1,
          "sync.(*Map).dirtyLocked sync/map.go:530",
          "sync.(*Map).Swap sync/map.go:450",
          USER);
      heap.seen(8, 3, 3, "sync.newEntry sync/map.go:100", "sync.(*Map).Swap sync/map.go:455", USER);
    };
  }

  @Test
  void aSyncMapThatIsCopiedAgainAndAgain() {
    List<Finding> findings =
        RuleRun.findings(
            new SyncMapMisuse(), GoHeap::go123, List.of(copies(300), copies(500), copies(700)));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.LOW);
    assertThat(findings.get(0).place().line()).isEqualTo(44);
  }

  @Test
  void aSyncMapThatGrowsIsALeak() {
    List<Consumer<GoHeap>> steps =
        IntStream.range(1, 11)
            .<Consumer<GoHeap>>mapToObj(
                i ->
                    heap -> {
                      heap.seen(
                          48,
                          10L * i,
                          10L * i,
                          "internal/sync.newEntryNode[...] internal/sync/hashtriemap.go:590",
                          "sync.(*Map).Store sync/hashtriemap.go:50",
                          USER);
                      heap.seen(
                          160,
                          12L * i,
                          12L * i,
                          "internal/sync.newIndirectNode[...] internal/sync/hashtriemap.go:570",
                          "sync.(*Map).Store sync/hashtriemap.go:50",
                          USER);
                    })
            .toList();
    assertThat(RuleRun.findings(new SyncMapMisuse(), GoHeap::go126, steps))
        .extracting(Finding::severity)
        .containsExactly(Severity.HIGH);
    assertThat(RuleRun.findings(new GrowNeverDelete(), GoHeap::go126, steps)).isEmpty();
  }

  @Test
  void aSyncMapThatIsCopiedNowAndThenIsSilent() {
    assertThat(
            RuleRun.findings(
                new SyncMapMisuse(), GoHeap::go123, List.of(copies(3), copies(4), copies(4))))
        .isEmpty();
  }
}
