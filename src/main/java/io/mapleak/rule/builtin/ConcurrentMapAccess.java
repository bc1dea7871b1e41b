package io.mapleak.rule.builtin;

import io.mapleak.evidence.Crash;
import io.mapleak.evidence.Goroutine;
import io.mapleak.evidence.StackFrame;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Fingerprint;
import io.mapleak.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two goroutines use one map at the same time and one of them writes. The runtime ends the process
 * with {@code fatal error: concurrent map writes} and the like (runtime/map.go,
 * internal/runtime/maps), which no recover catches; it sees only some of the races.
 */
public final class ConcurrentMapAccess implements Rule {
  @Override
  public String id() {
    return "ML011";
  }

  @Override
  public String pattern() {
    return "concurrent-map-access";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (MapCrash crash : MapCrash.of(evidence, c -> c.kind().isConcurrentMapAccess())) {
      findings.add(finding(crash, evidence));
    }
    return new Outcome(findings, NilMapWrite.needsCrashOutput(this, evidence));
  }

  private Finding finding(MapCrash crash, Evidence evidence) {
    String fingerprint = Fingerprint.of(id(), crash.at().function());
    List<String> reasons = new ArrayList<>(crash.citations());
    Optional<String> other = otherUser(crash.first(), crash.at());
    other.ifPresent(reasons::add);
    return new Finding(
        id(),
        pattern(),
        Severity.HIGH,
        EvidenceLevel.PROOF,
        crash.place(evidence, fingerprint),
        "A map is used by two goroutines at once, one of which writes; the process died of it.",
        reasons,
        List.of(),
        "guard every access, reads too: mu.Lock(); m[k] = v; mu.Unlock() with a sync.Mutex beside the"
            + " map, or give the map to one goroutine",
        "",
        other.isPresent() ? "" : "a test under go test -race names both sides of the race",
        Map.of("crashes", (double) crash.crashes().size()),
        fingerprint,
        0);
  }

  /** Another goroutine in the same type or package, which may be the other side of the race. */
  private static Optional<String> otherUser(Crash crash, StackFrame at) {
    for (Goroutine goroutine : crash.others()) {
      Optional<StackFrame> user = Crash.userFrame(goroutine);
      boolean active = goroutine.state().equals("running") || goroutine.state().equals("runnable");
      if (active && user.isPresent() && owner(user.get()).equals(owner(at))) {
        return Optional.of(
            "goroutine " + goroutine.id() + " was at " + user.get().text() + " at that moment");
      }
    }
    return Optional.empty();
  }

  private static String owner(StackFrame frame) {
    return SymbolOwner.of(frame.function());
  }
}
