package io.mapleak.rule.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.evidence.Crash;
import io.mapleak.evidence.CrashKind;
import io.mapleak.evidence.Goroutine;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.evidence.StackFrame;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** nil-map-write and concurrent-map-access on crashes. */
class MapCrashRulesTest {
  private static final StackFrame PUT = new StackFrame("shop.(*Store).put", "shop/store.go", 43);
  private static final StackFrame OPEN = new StackFrame("shop.(*Store).Open", "shop/store.go", 21);
  private static final StackFrame SUM = new StackFrame("shop.(*Store).Sum", "shop/store.go", 60);

  private static Goroutine goroutine(String state, StackFrame... frames) {
    return new Goroutine(7, state, 0, false, List.of(frames), null);
  }

  private static Crash crash(CrashKind kind, boolean recovered, Goroutine... others) {
    return new Crash(
        kind, "words", recovered, goroutine("running", PUT, OPEN), Arrays.asList(others), 12);
  }

  private static List<Finding> findings(Rule rule, Crash... crashes) {
    SideEvidence side =
        new SideEvidence(
            Arrays.stream(crashes)
                .map(crash -> new SideEvidence.Exhibit("logs/shop.log", crash))
                .toList(),
            Optional.empty());
    return rule.judge(new Evidence(List.of(), List.of(), 0, side, List.of())).findings();
  }

  @Test
  void aNilMapIsWritten() {
    Finding finding = findings(new NilMapWrite(), crash(CrashKind.NIL_MAP_WRITE, false)).get(0);
    assertThat(finding.place().function()).isEqualTo(PUT.function());
    assertThat(finding.place().line()).isEqualTo(43);
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.level()).isEqualTo(EvidenceLevel.PROOF);
    assertThat(finding.evidenceFor())
        .containsExactly("shop.log line 12: words", "called by shop.(*Store).Open:21");
  }

  @Test
  void theSameLineIsOneFinding() {
    Crash crash = crash(CrashKind.NIL_MAP_WRITE, true);
    List<Finding> findings = findings(new NilMapWrite(), crash, crash, crash, crash, crash);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.MEDIUM);
    assertThat(findings.get(0).facts()).containsEntry("crashes", 5.0);
    assertThat(findings.get(0).evidenceFor()).contains("2 more of the same");
  }

  @Test
  void twoGoroutinesUseOneMap() {
    for (CrashKind kind : CrashKind.values()) {
      assertThat(findings(new ConcurrentMapAccess(), crash(kind, false)))
          .as(kind.name())
          .hasSize(kind.name().startsWith("CONCURRENT_MAP") ? 1 : 0);
    }
  }

  @Test
  void theOtherSideOfTheRaceIsNamedWhereItIsSeen() {
    Crash seen =
        crash(
            CrashKind.CONCURRENT_MAP_ITERATION,
            false,
            goroutine("chan receive", OPEN),
            goroutine("runnable", SUM));
    Finding finding = findings(new ConcurrentMapAccess(), seen).get(0);
    assertThat(finding.evidenceFor())
        .contains("goroutine 7 was at shop.(*Store).Sum:60 at that moment");
    assertThat(finding.nextCapture()).isEmpty();
    Crash unseen = crash(CrashKind.CONCURRENT_MAP_WRITES, false, goroutine("chan receive", SUM));
    assertThat(findings(new ConcurrentMapAccess(), unseen).get(0).nextCapture()).contains("-race");
  }

  @Test
  void otherCrashesAndStacksWithoutUserCodeAreSilent() {
    assertThat(findings(new NilMapWrite(), crash(CrashKind.PANIC, false))).isEmpty();
    Crash bare = new Crash(CrashKind.NIL_MAP_WRITE, "words", false, null, List.of(), 1);
    assertThat(findings(new NilMapWrite(), bare)).isEmpty();
  }

  @Test
  void withoutCrashOutputTheRulesSaySo() {
    Evidence none = new Evidence(List.of(), List.of(), 0);
    assertThat(new NilMapWrite().judge(none).notApplicable()).hasSize(1);
    assertThat(new ConcurrentMapAccess().judge(none).notApplicable()).hasSize(1);
  }
}
