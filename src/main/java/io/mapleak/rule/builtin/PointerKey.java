package io.mapleak.rule.builtin;

import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;

/** Keys are pointers: the map keeps alive every object that it has ever seen. */
public final class PointerKey implements Rule {
  /** What to change, here and where source alone tells. */
  static final String REMEDY =
      "delete(m, p) on every path that ends with p, or take an id of the object as the key";

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
    return GrowingMap.ofCause(
        GrowthCause.POINTER_KEY,
        this,
        evidence,
        "A map whose keys are pointers grows, and keeps alive every object that they point to",
        REMEDY);
  }
}
