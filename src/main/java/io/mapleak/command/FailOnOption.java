package io.mapleak.command;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.finding.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --fail-on}: which findings make a command fail. */
final class FailOnOption {
  /** Least severity of a finding that makes the command fail. */
  enum Gate {
    INFO(Severity.INFO),
    LOW(Severity.LOW),
    MEDIUM(Severity.MEDIUM),
    HIGH(Severity.HIGH),
    NONE(null);

    private final @Nullable Severity severity;

    Gate(@Nullable Severity severity) {
      this.severity = severity;
    }

    boolean isReached(AnalysisResult result) {
      return severity != null
          && result.findings().stream().anyMatch(f -> f.severity().compareTo(severity) >= 0);
    }
  }

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Exit 1 from this severity on: info, low, medium, high or none (default: high).")
  private Gate failOn = Gate.HIGH;

  /** Whether a finding is as severe. */
  boolean isReached(AnalysisResult result) {
    return failOn.isReached(result);
  }
}
