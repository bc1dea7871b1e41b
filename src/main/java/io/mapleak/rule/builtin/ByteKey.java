package io.mapleak.rule.builtin;

import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keys are strings made of bytes, or parts of such strings. */
public final class ByteKey implements Rule {
  @Override
  public String id() {
    return "ML006";
  }

  @Override
  public String pattern() {
    return "byte-key";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Set<String> told = GoroutineGrowth.sites(evidence);
    for (GrowingMap map : GrowingMap.of(evidence)) {
      if (GrowthCause.of(map) == GrowthCause.BYTE_KEY && !told.contains(map.site().id())) {
        findings.add(
            map.finding(
                this,
                "A map whose keys are strings made of bytes grows: each new key is a copy, and keeps all of it",
                "bound the map; take a hash of the bytes as the key, e.g. [16]byte; strings.Clone a part before it becomes a key"));
      }
    }
    List<NotApplicable> needs =
        evidence.hasSource()
            ? GrowingMap.needsSeries(this, evidence)
            : List.of(
                new NotApplicable(
                    id(),
                    pattern(),
                    "what a string was made of stands in the source alone: --source tells"));
    return new Outcome(findings, needs);
  }
}
