package io.mapleak.rule.builtin;

import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Values are functions or interfaces that keep far more alive than themselves. */
public final class ValuePinsObject implements Rule {
  @Override
  public String id() {
    return "ML005";
  }

  @Override
  public String pattern() {
    return "value-pins-object";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Set<String> told = GoroutineGrowth.sites(evidence);
    for (GrowingMap map : GrowingMap.of(evidence)) {
      if (GrowthCause.of(map) == GrowthCause.VALUE_PINS_OBJECT && !told.contains(map.site().id())) {
        findings.add(
            map.finding(
                this,
                "A map whose values are functions or interfaces grows, and keeps alive all that they hold",
                "delete(m, key) when the value is done with, and let closures capture the few fields that they need"));
      }
    }
    List<NotApplicable> needs =
        evidence.hasSource()
            ? GrowingMap.needsSeries(this, evidence)
            : List.of(
                new NotApplicable(
                    id(), pattern(), "blocks of functions and pointers are equal: --source tells"));
    return new Outcome(findings, needs);
  }
}
