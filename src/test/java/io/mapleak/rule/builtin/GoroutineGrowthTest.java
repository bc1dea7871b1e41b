package io.mapleak.rule.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.evidence.GoroutineGroup;
import io.mapleak.evidence.GoroutineSnapshot;
import io.mapleak.evidence.GoroutineSnapshot.Form;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.evidence.StackFrame;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.finding.Severity;
import io.mapleak.rule.Evidence;
import io.mapleak.testing.ResultDsl;
import io.mapleak.testing.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoroutineGrowthTest {
  private static final StackFrame PARK = new StackFrame("runtime.gopark", "runtime/proc.go", 402);
  private static final StackFrame WATCH =
      new StackFrame("session.(*Session).watch", "session/session.go", 50);
  private static final StackFrame GO = new StackFrame(Sessions.PUT, "session/store.go", 45);
  private static final StackFrame SERVE =
      new StackFrame("net/http.(*conn).serve", "net/http/server.go", 2092);
  private static final long MINUTE = 60_000_000_000L;

  private static GoroutineSnapshot snapshot(
      Form form, int minute, long count, @Nullable StackFrame createdBy) {
    GoroutineGroup watchers =
        new GoroutineGroup(
            count,
            form == Form.STACKS ? "chan receive" : "",
            form == Form.STACKS ? 12 : 0,
            form == Form.LEAKED,
            List.of(PARK, WATCH),
            createdBy);
    GoroutineGroup serving = new GoroutineGroup(count, "", 0, false, List.of(PARK, SERVE), null);
    long time = form == Form.PROFILE ? ResultDsl.START + minute * MINUTE : 0;
    return new GoroutineSnapshot(
        form,
        time,
        2 * count,
        form == Form.LEAKED ? List.of(watchers) : List.of(watchers, serving));
  }

  private static List<GoroutineSnapshot> profiles(long... counts) {
    List<GoroutineSnapshot> snapshots = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      snapshots.add(snapshot(Form.PROFILE, i, counts[i], null));
    }
    return snapshots;
  }

  private static SideEvidence side(List<GoroutineSnapshot> snapshots) {
    return new SideEvidence(
        snapshots.stream().map(s -> new SideEvidence.Exhibit("goroutines", s)).toList(),
        Optional.empty());
  }

  private static List<Finding> findings(List<GoroutineSnapshot> snapshots) {
    Evidence none = new Evidence(List.of(), List.of(), 0, side(snapshots), List.of());
    return new GoroutineGrowth().judge(none).findings();
  }

  private static Evidence withSessions(List<GoroutineSnapshot> snapshots, long... sessions) {
    return RuleRun.evidence(Sessions.leaking(sessions), side(snapshots));
  }

  @Test
  void goroutinesThatGatherAtOneLine() {
    Finding finding = findings(profiles(100, 300, 500, 700, 900)).get(0);
    assertThat(finding.place().function()).isEqualTo(WATCH.function());
    assertThat(finding.place().line()).isEqualTo(50);
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.level()).isEqualTo(EvidenceLevel.STRONG);
    assertThat(finding.facts()).containsEntry("goroutines_grown", 800.0);
  }

  @Test
  void handlersOfTheLibraryAreTheLoad() {
    assertThat(findings(profiles(100, 300, 500, 700, 900))).hasSize(1);
  }

  @Test
  void aDumpTellsWhoStartedThemAndWhatTheyWaitFor() {
    List<GoroutineSnapshot> snapshots = profiles(100, 300, 500, 700, 900);
    snapshots.add(snapshot(Form.STACKS, 0, 900, GO));
    Finding finding = findings(snapshots).get(0);
    assertThat(finding.place().function()).isEqualTo(Sessions.PUT);
    assertThat(finding.place().line()).isEqualTo(45);
    assertThat(finding.evidenceFor())
        .contains("started at session.(*Store).put:45", "the longest has waited 12 min")
        .anyMatch(reason -> reason.contains("[chan receive]"));
  }

  @Test
  void loadThatComesAndGoesOrSettlesIsSilent() {
    assertThat(findings(profiles(100, 900, 200, 800, 300))).isEmpty();
    assertThat(findings(profiles(900, 700, 500, 300, 100))).isEmpty();
    assertThat(findings(profiles(500, 500, 500, 500))).isEmpty();
    // a pool of workers that has filled
    assertThat(findings(profiles(100, 300, 500, 520, 521, 522, 523))).isEmpty();
    assertThat(findings(profiles(10, 20, 30, 40))).isEmpty();
    assertThat(findings(List.of())).isEmpty();
  }

  @Test
  void profilesFromBeforeTheProcessAreLeftOut() {
    List<GoroutineSnapshot> snapshots = new ArrayList<>();
    for (int minute = -9; minute <= 0; minute++) {
      snapshots.add(snapshot(Form.PROFILE, minute, 1000 + 100 * minute, null));
    }
    Evidence evidence = withSessions(snapshots, 40000, 40000, 40000);
    assertThat(new GoroutineGrowth().judge(evidence).findings()).isEmpty();
  }

  @Test
  void fewProfilesAreASuspicion() {
    assertThat(findings(profiles(100, 400))).isEmpty();
    assertThat(findings(profiles(100, 2000)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
              assertThat(finding.level()).isEqualTo(EvidenceLevel.SUSPICION);
              assertThat(finding.evidenceAgainst()).isNotEmpty();
            });
    assertThat(findings(profiles(9_999))).isEmpty();
    assertThat(findings(profiles(20_000))).hasSize(1);
  }

  @Test
  void theCollectorsProofNeedsNoGrowth() {
    Finding finding = findings(List.of(snapshot(Form.LEAKED, 0, 3, null))).get(0);
    assertThat(finding.level()).isEqualTo(EvidenceLevel.PROOF);
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.summary()).startsWith("3 goroutines are leaked");
  }

  @Test
  void aMapThatGrowsWithThemIsTheSameLeak() {
    long[] sessions = {40_000, 60_000, 80_000, 100_000, 120_000, 140_000, 160_000};
    List<GoroutineSnapshot> snapshots = profiles(sessions);
    snapshots.add(snapshot(Form.STACKS, 0, 160_000, GO));
    Evidence evidence = withSessions(snapshots, sessions);
    List<Finding> findings = new GoroutineGrowth().judge(evidence).findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).place().function()).isEqualTo(Sessions.PUT);
    assertThat(findings.get(0).place().line()).isEqualTo(43);
    assertThat(findings.get(0).facts()).containsKey("bytes_grown");
    assertThat(new GrowNeverDelete().judge(evidence).findings()).isEmpty();
    assertThat(new GrowNeverDelete().judge(withSessions(List.of(), sessions)).findings())
        .hasSize(1);
  }

  @Test
  void whatIsMissingIsSaid() {
    Evidence none = new Evidence(List.of(), List.of(), 0);
    assertThat(new GoroutineGrowth().judge(none).notApplicable())
        .extracting(NotApplicable::reason)
        .singleElement()
        .asString()
        .startsWith("no goroutine profile");
  }
}
