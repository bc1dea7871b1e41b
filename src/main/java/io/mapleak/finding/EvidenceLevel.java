package io.mapleak.finding;

/** How well a finding is proved, weakest first. */
public enum EvidenceLevel {
  SUSPICION,
  STRONG,
  PROOF;

  /** Name in JSON and text. */
  public String id() {
    return switch (this) {
      case SUSPICION -> "suspicion";
      case STRONG -> "strong";
      case PROOF -> "proof";
    };
  }
}
