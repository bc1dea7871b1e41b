package io.mapleak.rule;

import io.mapleak.rule.builtin.GrowNeverDelete;
import io.mapleak.rule.builtin.StaleBuckets;
import java.util.List;

/** The rules, in the order of their ids. */
public final class Rules {
  /** All of them. */
  public static final List<Rule> ALL = List.of(new GrowNeverDelete(), new StaleBuckets());

  private Rules() {}
}
