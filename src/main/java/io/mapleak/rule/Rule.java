package io.mapleak.rule;

import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import java.util.List;

/** One leak pattern, judged from all the evidence there is. Stateless. */
public interface Rule {
  /** Short id, never reused, e.g. {@code ML001}. */
  String id();

  /** Name of the pattern, e.g. {@code grow-never-delete}. */
  String pattern();

  /** Judges all sites. */
  Outcome judge(Evidence evidence);

  /**
   * What a rule says.
   *
   * @param findings one for each place where the pattern shows
   * @param notApplicable why it could not judge; empty when it could
   */
  record Outcome(List<Finding> findings, List<NotApplicable> notApplicable) {
    public Outcome {
      findings = List.copyOf(findings);
      notApplicable = List.copyOf(notApplicable);
    }
  }
}
