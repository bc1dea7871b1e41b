package io.mapleak.rule.builtin;

import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;

/** Values are functions or interfaces that keep far more alive than themselves. */
public final class ValuePinsObject implements Rule {
  /** What to change, here and where source alone tells. */
  static final String REMEDY =
      "delete(m, key) when the value is done with, and let closures capture the few "
          + "fields that they need";

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
    return GrowingMap.ofCause(
        GrowthCause.VALUE_PINS_OBJECT,
        this,
        evidence,
        "A map whose values are functions or interfaces grows, and keeps alive all that "
            + "they hold",
        REMEDY);
  }
}
