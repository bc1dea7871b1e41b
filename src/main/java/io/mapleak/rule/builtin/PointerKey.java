package io.mapleak.rule.builtin;

import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keys are pointers: the map keeps alive every object that it has ever seen. */
public final class PointerKey implements Rule {
  @Override
  public String id() {
    return "ML004";
  }

  @Override
  public String pattern() {
    return "pointer-key";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Set<String> told = GoroutineGrowth.sites(evidence);
    for (GrowingMap map : GrowingMap.of(evidence)) {
      if (GrowthCause.of(map) == GrowthCause.POINTER_KEY && !told.contains(map.site().id())) {
        findings.add(
            map.finding(
                this,
                "A map whose keys are pointers grows, and keeps alive every object that they point to",
                "delete(m, p) on every path that ends with p, or take an id of the object as the key"));
      }
    }
    List<NotApplicable> needs =
        evidence.hasSource()
            ? GrowingMap.needsSeries(this, evidence)
            : List.of(
                new NotApplicable(
                    id(),
                    pattern(),
                    "blocks of map[*T]V and map[uint64]V are equal: --source tells"));
    return new Outcome(findings, needs);
  }
}
