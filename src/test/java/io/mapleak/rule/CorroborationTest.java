package io.mapleak.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.evidence.GcLog;
import io.mapleak.evidence.Observation;
import io.mapleak.evidence.ReferencePaths;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class CorroborationTest {
  private static final double MIB = 1 << 20;

  /** Ten profiles, a second apart. */
  private static final List<Long> TIMES =
      java.util.stream.LongStream.range(1, 11).mapToObj(i -> i * 1_000_000_000L).toList();

  private static Finding finding(double bytesGrown) {
    return new Finding(
        "ML001",
        "grow-never-delete",
        Severity.HIGH,
        EvidenceLevel.STRONG,
        new Finding.Place("id", "example.com/shop/session.(*Store).put", "session/store.go", 43),
        "",
        List.of("first"),
        List.of(),
        "",
        "",
        "",
        Map.of("bytes_grown", bytesGrown),
        "",
        bytesGrown);
  }

  private static GcLog log(IntToDoubleFunction liveMib, double seconds) {
    List<GcLog.Cycle> cycles = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double live = liveMib.applyAsDouble(i) * MIB;
      cycles.add(
          new GcLog.Cycle(i + 1, i * seconds / 19, 0, live, live, live, 2 * live, 0, 0, false));
    }
    return new GcLog(cycles);
  }

  private static Finding corroborated(Finding finding, Observation observation) {
    SideEvidence side =
        new SideEvidence(
            List.of(new SideEvidence.Exhibit("logs/gc.log", observation)), Optional.empty());
    return new Corroboration(new Evidence(List.of(), TIMES, 0, side, List.of())).of(finding);
  }

  @Test
  void aLiveHeapThatGrowsTooAgrees() {
    // medians of the first and the last five collections lie 15 apart
    Finding finding = corroborated(finding(16 * MIB), log(i -> 10 + i, 9));
    assertThat(finding.evidenceFor())
        .containsExactly("first", "the live heap in gc.log grew too, by 15\u00a0MB");
    assertThat(finding.evidenceAgainst()).isEmpty();
  }

  @Test
  void aLiveHeapThatStaysContradicts() {
    Finding finding = corroborated(finding(16 * MIB), log(i -> 10, 9));
    assertThat(finding.evidenceAgainst())
        .containsExactly("the live heap in gc.log did not grow in that time");
  }

  @Test
  void aShortLogOrSmallGrowthSaysNothing() {
    assertThat(corroborated(finding(16 * MIB), log(i -> 10, 1)).evidenceAgainst()).isEmpty();
    Finding small = corroborated(finding(2 * MIB), log(i -> 10, 9));
    assertThat(small.evidenceFor()).containsExactly("first");
    assertThat(small.evidenceAgainst()).isEmpty();
  }

  @Test
  void referencesNameTheMapBelowTheType() {
    ReferencePaths.MapPath path =
        new ReferencePaths.MapPath(
            "main.store (*session.Store) > sessions. (map[string]*session.Session)",
            "string",
            "*session.Session",
            10,
            160,
            10,
            864);
    Finding finding = corroborated(finding(0), new ReferencePaths(List.of(path)));
    assertThat(finding.evidenceFor().get(1))
        .startsWith("gc.log finds a map below that type: main.store")
        .contains("keys (string) and elems (*session.Session)");
    ReferencePaths.MapPath other =
        new ReferencePaths.MapPath("main.x > y. (*session.Storehouse)", "", "", 0, 0, 0, 0);
    assertThat(corroborated(finding(0), new ReferencePaths(List.of(other))).evidenceFor())
        .hasSize(1);
  }
}
