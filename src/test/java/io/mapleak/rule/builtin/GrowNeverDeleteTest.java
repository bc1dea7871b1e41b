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
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowNeverDeleteTest {
  private static final String PUT = "main.(*Index).put index.go:43";
  private static final String KEY = "main.(*Index).put index.go:41";
  private static final String READ = "main.(*Reader).next reader.go:12";
  private static final ClassicLayout LAYOUT = new ClassicLayout(24, true);
  private static final int PROFILES = 10;

  /** A map of so many entries in each profile, all its arrays from 2^11 buckets on sampled. */
  private static List<Finding> findings(IntUnaryOperator entries, Beside beside) {
    List<Consumer<GoHeap>> steps = new ArrayList<>();
    IntStream.range(0, PROFILES)
        .forEach(
            i ->
                steps.add(
                    heap -> {
                      int b = 11;
                      for (; ClassicLayout.maxEntries(b) < entries.applyAsInt(i); b++) {
                        heap.seen(LAYOUT.arrayCharge(b), 1, 0, PUT);
                      }
                      heap.seen(LAYOUT.arrayCharge(b), 1, 1, PUT);
                      beside.in(heap, i);
                    }));
    return RuleRun.findings(new GrowNeverDelete(), GoHeap::go123, steps);
  }

  private interface Beside {
    void in(GoHeap heap, int profile);
  }

  private static void nothing(GoHeap heap, int profile) {}

  @Test
  void arraysThatDoubleAgainAndAgainProveGrowth() {
    List<Finding> findings = findings(i -> 22_000 * (i + 1), GrowNeverDeleteTest::nothing);
    assertThat(findings).extracting(Finding::severity).containsExactly(Severity.HIGH);
    assertThat(findings.get(0).level()).isEqualTo(EvidenceLevel.STRONG);
    assertThat(findings.get(0).refutedBy()).isNotBlank();
    assertThat(findings.get(0).nextCapture()).isNotBlank();
    assertThat(findings.get(0).evidenceAgainst()).isNotEmpty();
  }

  @Test
  void arraysThatCameToRestAreSilent() {
    assertThat(findings(i -> 55_000 * Math.min(4, i + 1), GrowNeverDeleteTest::nothing)).isEmpty();
    assertThat(findings(i -> 220_000, GrowNeverDeleteTest::nothing)).isEmpty();
  }

  @Test
  void aFewObjectsThatComeAndGoDoNotHideTheArrays() {
    long[] passing = {2, 3, 8, 10, 5, 1, 2, 2, 1, 1};
    List<Finding> findings =
        findings(i -> 22_000 * (i + 1), (heap, i) -> heap.seen(32, 10 + 2L * i, passing[i], READ));
    assertThat(findings).hasSize(1);
  }

  @Test
  void countedEntriesThatStandStillRefuteIt() {
    assertThat(
            findings(
                i -> Math.min(i + 1, 3) * 70_000,
                (heap, i) -> heap.seen(512, 60 + 40L * i, Math.min(i + 1, 3) * 66L, KEY)))
        .isEmpty();
  }

  @Test
  void aHandfulOfSamplesWithinOneArrayIsASuspicion() {
    long[] live = {2, 3, 4, 4, 5, 6, 7, 7, 8, 9};
    List<Finding> findings =
        findings(
            i -> 60_000, (heap, i) -> heap.seen(64, live[i], live[i], "main.load load.go:9", PUT));
    assertThat(findings).extracting(Finding::severity).containsExactly(Severity.MEDIUM);
    assertThat(findings.get(0).level()).isEqualTo(EvidenceLevel.SUSPICION);
  }

  @Test
  void objectsThatOutgrewTheArrayAreNotItsEntries() {
    assertThat(
            findings(
                i -> 60_000,
                (heap, i) -> heap.seen(64, 1 + 2L * i, 1 + 2L * i, "main.load load.go:9", PUT)))
        .isEmpty();
  }
}
