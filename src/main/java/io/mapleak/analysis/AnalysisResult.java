package io.mapleak.analysis;

import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.site.GoVersionReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an analysis found; reports print it, nothing else.
 *
 * @param inputs what became of every input, heap profiles of the series in time order first
 * @param profileTimes times of the profiles of the series, nanoseconds since 1970-01-01 UTC; 0 when
 *     undated
 * @param go the Go release; null when no heap profile could be read
 * @param heapInuseBytes live bytes of the newest profile, all sites; 0 without a profile
 * @param sites map sites of the newest profile, largest first
 * @param findings findings, most important first
 * @param verdict of the whole input
 * @param notApplicable rules that could not judge
 * @param diagnostics what limits the result
 * @param process where the memory of the process is, and whether the maps are the answer
 */
public record AnalysisResult(
    List<InputReport> inputs,
    List<Long> profileTimes,
    @Nullable GoVersionReading go,
    double heapInuseBytes,
    List<JudgedSite> sites,
    List<Finding> findings,
    Verdict verdict,
    List<NotApplicable> notApplicable,
    List<Diagnostic> diagnostics,
    ProcessFigures process) {
  public AnalysisResult {
    inputs = List.copyOf(inputs);
    profileTimes = List.copyOf(profileTimes);
    sites = List.copyOf(sites);
    findings = List.copyOf(findings);
    notApplicable = List.copyOf(notApplicable);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The same result with only some of its sites. */
  public AnalysisResult only(List<JudgedSite> some) {
    return new AnalysisResult(
        inputs,
        profileTimes,
        go,
        heapInuseBytes,
        some,
        findings,
        verdict,
        notApplicable,
        diagnostics,
        process);
  }
}
