package io.mapleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.finding.Finding;
import io.mapleak.pprof.Limits;
import io.mapleak.testing.TestData;
import io.mapleak.unit.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs of all kinds in one directory. */
class EvidenceAnalysisTest {
  @TempDir private Path folder;

  private Path copy(String name, String as) throws IOException {
    return Files.copy(TestData.file(name), folder.resolve(as));
  }

  private static AnalysisResult analyze(AnalysisOptions options, Path... inputs) {
    Series series =
        new InputCollector(Limits.DEFAULT, InputStream.nullInputStream(), Progress.NONE)
            .collect(Arrays.stream(inputs).map(Path::toString).toList());
    return Analyzer.analyze(series, options);
  }

  private static Finding finding(AnalysisResult result, String pattern) {
    return result.findings().stream()
        .filter(finding -> finding.pattern().equals(pattern))
        .findFirst()
        .orElseThrow();
  }

  private static InputReport report(AnalysisResult result, String name) {
    return result.inputs().stream()
        .filter(input -> input.path().endsWith(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneReportCitesEachKindOfEvidence() throws IOException {
    for (int i = 1; i < 10; i++) {
      copy("go1.23-miniredis/heap-0" + i + ".pb.gz", "heap-0" + i + ".pb.gz");
    }
    copy("evidence/crash/go1.23-nilmap.log", "old.log");
    copy("evidence/crash/go1.27-conc.log", "crash.log");
    copy("evidence/gctrace/go1.23.log", "gc.log");
    copy("evidence/process/go1.27-status", "status");
    copy("evidence/trace/go1.26.trace.gz", "trace.gz");
    // the compiler of the miniredis that leaks, and the kernel of its machine
    Files.writeString(
        folder.resolve("build.txt"),
        """
        # github.com/alicebob/miniredis/v2
        ./redis.go:34:7: make(map[string]uint) escapes to heap
        ./db.go:34:20: k escapes to heap
        """);
    Files.writeString(
        folder.resolve("dmesg.txt"),
        "[ 1.0] Out of memory: Killed process 7 (miniredis) total-vm:9kB, anon-rss:1048576kB\n");
    for (int step : List.of(1, 3, 5)) {
      copy("evidence/goroutine/go1.23-" + step + ".pb.gz", "goroutine-" + step + ".pb.gz");
    }

    AnalysisResult result = analyze(AnalysisOptions.DEFAULT, folder);

    assertThat(result.inputs()).extracting(InputReport::status).containsOnly(InputReport.Status.OK);
    Finding leak = finding(result, "grow-never-delete");
    assertThat(leak.evidenceFor())
        .anyMatch(reason -> reason.contains("k escapes to the heap at this line"))
        .anyMatch(
            reason ->
                reason.startsWith("miniredis was killed")
                    && reason.contains(Figures.bytes(1 << 30)));
    assertThat(finding(result, "nil-map-write").evidenceFor())
        .first()
        .isEqualTo("old.log line 1: assignment to entry in nil map");
    assertThat(finding(result, "concurrent-map-access").place().line()).isEqualTo(11);
    assertThat(result.verdict()).isEqualTo(Verdict.LEAK);
    assertThat(result.process().memory().rss()).hasValue(19832 * 1024);
  }

  @Test
  void aCrashAloneIsJudged() throws IOException {
    Path log = copy("evidence/crash/go1.27-iter.log", "crash.log");
    AnalysisResult result = analyze(AnalysisOptions.DEFAULT, log);
    assertThat(result.findings())
        .extracting(Finding::pattern)
        .containsExactly("concurrent-map-access");
    assertThat(result.go()).isNull();
    assertThat(report(result, "crash.log").kind()).isEqualTo("crash");
    assertThat(result.diagnostics()).extracting(Diagnostic::code).contains("no-heap-profile");
  }

  @Test
  void goroutinesAloneAreJudged() throws IOException {
    for (int step : List.of(1, 3, 5)) {
      copy("evidence/goroutine/go1.27-" + step + ".pb.gz", step + ".pb.gz");
    }
    copy("evidence/goroutine/go1.27-debug2.txt", "dump.txt");
    Finding finding = finding(analyze(AnalysisOptions.DEFAULT, folder), "goroutine-growth");
    assertThat(finding.place().function()).isEqualTo("main.(*store).open");
    assertThat(finding.facts()).containsEntry("goroutines_grown", 1200.0);
  }

  @Test
  void whatCantBeReadIsNamedWithWhatItDisables() throws IOException {
    copy("evidence/trace/go1.21.trace.gz", "old-trace.gz");
    Files.writeString(
        folder.resolve("cut.txt"),
        "goroutine profile: total 900\n10 @ 0x1\n#\t0x1\tmain.f+0x1\ta.go:1\n");
    Files.writeString(folder.resolve("bad.txt"), "goroutine profile: total 2\n<html>\n");
    AnalysisResult result = analyze(AnalysisOptions.DEFAULT, folder);
    assertThat(report(result, "old-trace.gz").status()).isEqualTo(InputReport.Status.FAILED);
    assertThat(report(result, "old-trace.gz").kind()).isEqualTo("trace");
    assertThat(report(result, "bad.txt").kind()).isEqualTo("goroutine");
    assertThat(report(result, "bad.txt").message()).contains("line 2");
    assertThat(report(result, "cut.txt").status()).isEqualTo(InputReport.Status.OK);
    assertThat(result.diagnostics())
        .filteredOn(diagnostic -> diagnostic.code().equals("evidence-in-part"))
        .singleElement()
        .satisfies(diagnostic -> assertThat(diagnostic.message()).contains("cut.txt", "900"));
  }

  @Test
  void theResidentSizeIsHeldAgainstTheMaps() {
    AnalysisResult result =
        analyze(
            new AnalysisOptions(null, OptionalLong.of(1L << 30)),
            TestData.file("go1.23-miniredis"));
    assertThat(result.process().memory().rss()).hasValue(1L << 30);
    assertThat(result.process().answer())
        .singleElement()
        .asString()
        .startsWith("map sites hold")
        .contains("of the process");
  }

  @Test
  void memoryOutsideGoIsTheAnswerWhereItIsMost() {
    AnalysisResult result =
        analyze(
            new AnalysisOptions(null, OptionalLong.of(1L << 30)),
            TestData.file("evidence/process/go1.27-heap.txt"));
    double low = Objects.requireNonNull(result.process().memory().outsideGo()).low();
    // Sys less HeapReleased is 21.9 MB
    assertThat(low).isEqualTo((1L << 30) - (25254152.0 - 3391488));
    assertThat(result.process().answer()).first().asString().startsWith("memory outside Go");
  }
}
