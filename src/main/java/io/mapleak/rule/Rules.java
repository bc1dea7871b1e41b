package io.mapleak.rule;

import io.mapleak.rule.builtin.ByteKey;
import io.mapleak.rule.builtin.ConcurrentMapAccess;
import io.mapleak.rule.builtin.GoroutineGrowth;
import io.mapleak.rule.builtin.GrowNeverDelete;
import io.mapleak.rule.builtin.NilMapWrite;
import io.mapleak.rule.builtin.NoSizeHint;
import io.mapleak.rule.builtin.PointerKey;
import io.mapleak.rule.builtin.StaleBuckets;
import io.mapleak.rule.builtin.StuckEvacuation;
import io.mapleak.rule.builtin.SyncMapMisuse;
import io.mapleak.rule.builtin.ValuePinsObject;
import java.util.List;

/** The rules, in the order of their ids. */
public final class Rules {
  /** All of them. */
  public static final List<Rule> ALL =
      List.of(
          new GrowNeverDelete(),
          new StaleBuckets(),
          new SyncMapMisuse(),
          new PointerKey(),
          new ValuePinsObject(),
          new ByteKey(),
          new NoSizeHint(),
          new StuckEvacuation(),
          new GoroutineGrowth(),
          new NilMapWrite(),
          new ConcurrentMapAccess());

  private Rules() {}
}
