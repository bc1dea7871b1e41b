package io.mapleak.report;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.InputReport;
import io.mapleak.analysis.ProcessFigures;
import io.mapleak.evidence.MemoryBreakdown;
import io.mapleak.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An analysis as JSON for scripts, schema {@code mapleak.analysis/1}. */
public final class JsonReport {
  private static final String SCHEMA = "mapleak.analysis/1";

  private JsonReport() {}

  /**
   * The document.
   *
   * @param toolVersion version of this tool
   */
  public static String of(AnalysisResult result, String toolVersion) {
    return JsonOutput.document(json -> write(json, result, toolVersion));
  }

  static void write(JsonOutput json, AnalysisResult result, String toolVersion) {
    json.text("schema", SCHEMA)
        .object("tool", () -> json.text("name", "mapleak").text("version", toolVersion))
        .objects("inputs", result.inputs(), input -> input(json, input));
    SiteJson.go(json, result.go());
    SiteJson.sites(json, result.sites());
    json.objects("findings", result.findings(), finding -> finding(json, finding))
        .text("verdict", result.verdict().id());
    process(json, result.process());
    json.objects(
            "not_applicable",
            result.notApplicable(),
            na ->
                json.text("rule", na.rule())
                    .text("pattern", na.pattern())
                    .prose("reason", na.reason()))
        .objects(
            "diagnostics",
            result.diagnostics(),
            diagnostic ->
                json.text("code", diagnostic.code()).prose("message", diagnostic.message()));
  }

  private static void input(JsonOutput json, InputReport input) {
    json.text("path", input.path())
        .text("kind", input.kind())
        .text("time", time(input.timeNanos()))
        .number("samples", input.samples())
        .text("status", input.status().id())
        .prose("message", input.message());
  }

  private static @Nullable String time(@Nullable Long nanos) {
    return nanos == null ? null : Times.text(nanos);
  }

  private static void finding(JsonOutput json, Finding finding) {
    Finding.Place place = finding.place();
    json.text("rule", finding.rule())
        .text("pattern", finding.pattern())
        .text("severity", finding.severity().id())
        .text("evidence_level", finding.level().id())
        .object(
            "site",
            () ->
                json.text("id", place.siteId())
                    .text("func", place.function())
                    .text("file", place.file())
                    .number("line", place.line()))
        .prose("summary", finding.summary())
        .prose("explanation", explanation(finding))
        .prose("remedy", finding.remedy())
        .map("facts", finding.facts())
        .prose("refuted_by", finding.refutedBy())
        .prose("next_capture", finding.nextCapture())
        .text("fingerprint", finding.fingerprint())
        .texts("evidence_for", finding.evidenceFor())
        .texts("evidence_against", finding.evidenceAgainst())
        .whole("bytes_at_stake", finding.bytesAtStake());
  }

  private static String explanation(Finding finding) {
    List<String> lines = new ArrayList<>();
    finding.evidenceFor().forEach(reason -> lines.add("for: " + reason));
    if (finding.evidenceAgainst().isEmpty()) {
      lines.add("against: nothing seen");
    }
    finding.evidenceAgainst().forEach(reason -> lines.add("against: " + reason));
    return String.join("\n", lines);
  }

  /** A heap profile alone tells none of these: they are the runtime's and the system's figures. */
  private static void process(JsonOutput json, ProcessFigures process) {
    MemoryBreakdown memory = process.memory();
    json.object(
        "process",
        () ->
            json.wholeQuantity("heap_inuse", memory.heapInuse(), true)
                .wholeQuantity("heap_idle", memory.heapIdle(), true)
                .wholeQuantity("stacks", memory.stacks(), true)
                .wholeQuantity("runtime", memory.runtime(), true)
                .wholeQuantity("outside_go", memory.outsideGo(), true)
                .number("rss", orNull(memory.rss()))
                .number("peak_rss", orNull(memory.peakRss()))
                .texts("answer", process.answer()));
    ForecastReport.limit(json, process.limit());
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
