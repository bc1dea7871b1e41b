package io.mapleak.rule.builtin;

import io.mapleak.finding.Finding;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keys are added to a map and never deleted: its entries grow without a bound. */
public final class GrowNeverDelete implements Rule {
  /** What to change, here and where source alone tells. */
  static final String REMEDY =
      "delete(m, key) where an entry's life ends, or bound the map (LRU, TTL sweep, size"
          + " limit)";

  @Override
  public String id() {
    return "ML001";
  }

  @Override
  public String pattern() {
    return "grow-never-delete";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Set<String> told = GoroutineGrowth.sites(evidence);
    for (GrowingMap map : GrowingMap.of(evidence)) {
      boolean other = GrowthCause.of(map) != GrowthCause.KEYS;
      if (!other && !told.contains(map.site().id())) {
        findings.add(
            map.finding(
                this,
                "A "
                    + map.site().implementation().title()
                    + " grows and no entry seems ever to be deleted",
                REMEDY));
      }
    }
    return new Outcome(findings, GrowingMap.needsSeries(this, evidence));
  }
}
