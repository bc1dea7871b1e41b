package io.mapleak.view;

/** Whether the calls of a function were inlined into their callers. */
public enum Inlining {
  NONE(""),
  SOME(" (partial-inline)"),
  ALL(" (inline)");

  private final String suffix;

  Inlining(String suffix) {
    this.suffix = suffix;
  }

  /** What google/pprof appends to a name. */
  public String suffix() {
    return suffix;
  }
}
