package io.mapleak.view;

/** Whether the calls of a function were inlined into their callers. */
public enum Inlining {
  NONE(""),
  SOME("partial-inline"),
  ALL("inline");

  private final String word;

  Inlining(String word) {
    this.word = word;
  }

  /** What google/pprof appends to a name. */
  public String suffix() {
    return word.isEmpty() ? "" : " (" + word + ")";
  }

  /** The same as a value of a table; empty where nothing was inlined. */
  public String word() {
    return word;
  }
}
