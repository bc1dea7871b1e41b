package io.mapleak.finding;

/** How much a finding matters, least first. Only {@link #HIGH} fails a build by default. */
public enum Severity {
  INFO,
  LOW,
  MEDIUM,
  HIGH;

  /** Name in JSON and options. */
  public String id() {
    return switch (this) {
      case INFO -> "info";
      case LOW -> "low";
      case MEDIUM -> "medium";
      case HIGH -> "high";
    };
  }
}
