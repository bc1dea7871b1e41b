package io.mapleak.rule.builtin;

import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;

/** Keys are strings made of bytes, or parts of such strings. */
public final class ByteKey implements Rule {
  /** What to change, here and where source alone tells. */
  static final String REMEDY =
      "bound the map; take a hash of the bytes as the key, e.g. [16]byte; "
          + "strings.Clone a part before it becomes a key";

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
    return GrowingMap.ofCause(
        GrowthCause.BYTE_KEY,
        this,
        evidence,
        "A map whose keys are strings made of bytes grows: each new key is a copy, and "
            + "keeps all of it",
        REMEDY);
  }
}
