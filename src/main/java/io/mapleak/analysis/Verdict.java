package io.mapleak.analysis;

/** What an analysis says of a site or of the whole input. */
public enum Verdict {
  LEAK("leak"),
  SUSPECT("suspect"),
  STEADY("steady"),
  INCONCLUSIVE("inconclusive");

  private final String id;

  Verdict(String id) {
    this.id = id;
  }

  /** Name in JSON and text. */
  public String id() {
    return id;
  }
}
