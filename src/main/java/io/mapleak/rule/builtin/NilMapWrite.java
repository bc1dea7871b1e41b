package io.mapleak.rule.builtin;

import io.mapleak.evidence.Crash;
import io.mapleak.evidence.CrashKind;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.finding.Severity;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Fingerprint;
import io.mapleak.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A write to a map that was never made. The runtime panics with {@code assignment to entry in nil
 * map} (runtime/map.go); a heap profile can't show a map that is not there, only crash output can.
 */
public final class NilMapWrite implements Rule {
  @Override
  public String id() {
    return "ML010";
  }

  @Override
  public String pattern() {
    return "nil-map-write";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (MapCrash crash : MapCrash.of(evidence, c -> c.kind() == CrashKind.NIL_MAP_WRITE)) {
      findings.add(finding(crash, evidence));
    }
    return new Outcome(findings, needsCrashOutput(this, evidence));
  }

  /** Why a rule about crashes can't judge; empty when there is crash output. */
  static List<NotApplicable> needsCrashOutput(Rule rule, Evidence evidence) {
    return evidence.side().all(Crash.class).isEmpty()
        ? List.of(
            new NotApplicable(
                rule.id(),
                rule.pattern(),
                "no crash output among the inputs: give the log of the process, where there is one"))
        : List.of();
  }

  private Finding finding(MapCrash crash, Evidence evidence) {
    String fingerprint = Fingerprint.of(id(), crash.at().function());
    List<String> reasons = new ArrayList<>(crash.citations());
    if (crash.calls().size() > 1) {
      reasons.add("called by " + String.join(", ", crash.calls().subList(1, crash.calls().size())));
    }
    return new Finding(
        id(),
        pattern(),
        crash.isRecovered() ? Severity.MEDIUM : Severity.HIGH,
        EvidenceLevel.PROOF,
        crash.place(evidence, fingerprint),
        "A map is written that was never made; "
            + (crash.isRecovered() ? "each such request fails." : "the process died of it."),
        reasons,
        List.of(),
        "make it where its owner is made, e.g. s := &T{m: make(map[K]V)}, or before the first write:"
            + " if s.m == nil { s.m = make(map[K]V) }",
        "",
        "",
        Map.of("crashes", (double) crash.crashes().size()),
        fingerprint,
        0);
  }
}
