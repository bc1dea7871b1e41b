package io.mapleak.analysis;

import java.util.List;

/**
 * Two heap profiles compared, site by site.
 *
 * @param analysis of the second; of both as a series where they are of one process
 * @param relation how the two profiles hang together
 * @param changes of all sites, those that changed most first
 */
public record Comparison(AnalysisResult analysis, Relation relation, List<SiteChange> changes) {
  public Comparison {
    changes = List.copyOf(changes);
  }

  /** How two profiles hang together. */
  public enum Relation {
    /** The second was written later by the same process. */
    SAME_PROCESS("the same process, later"),
    /** The second was written earlier by the same process. */
    REVERSED("the same process, earlier: the two are in reverse order"),
    /** Two processes, or two builds. */
    OTHER_PROCESS("another process: levels are compared, growth can't be told"),
    /** The same profile twice. */
    SAME_PROFILE("the same profile");

    private final String text;

    Relation(String text) {
      this.text = text;
    }

    /** In words, of the second profile. */
    public String text() {
      return text;
    }

    /** Name in documents for scripts. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
