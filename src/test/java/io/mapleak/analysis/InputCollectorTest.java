package io.mapleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.analysis.InputReport.Status;
import io.mapleak.pprof.Limits;
import io.mapleak.testing.ProfileDsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputCollectorTest {
  private static final long START = 1_700_000_000_000_000_000L;
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder = Path.of("");

  /** A heap profile of a process that has made {@code count} blocks of 48 bytes so far. */
  private static ProfileDsl heap(int second, long count) {
    return ProfileDsl.heap()
        .time(second == 0 ? 0 : START + second * SECOND)
        .mapping(0x400000, 0x600000, "/srv/app", "build1")
        .sample("main.put store.go:12", "main.main main.go:5")
        .bytes(48)
        .values(count, 48 * count, count, 48 * count);
  }

  @Test
  void stepsAreOrderedByTimeNotByName() throws IOException {
    write("z.pb.gz", heap(1, 10));
    write("a.pb.gz", heap(2, 20));

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("z.pb.gz", "a.pb.gz");
    assertThat(series.inputs()).extracting(InputReport::status).containsOnly(Status.OK);
    assertThat(series.diagnostics()).isEmpty();
  }

  @Test
  void undatedProfilesAreOrderedByTheNumberInTheirName() throws IOException {
    write("heap-10.pb.gz", heap(0, 20));
    write("heap-9.pb.gz", heap(0, 10));

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("heap-9.pb.gz", "heap-10.pb.gz");
    assertThat(codes(series)).containsExactly("undated");
  }

  @Test
  void allocsAndUndatedProfilesRepeatAMomentOfDatedOnes() throws IOException {
    write("heap.pb.gz", heap(1, 10));
    write("allocs.pb.gz", heap(2, 10).defaultSampleType("alloc_space"));
    text("heap.txt", "heap profile: 1: 48 [2: 96] @ heap/1048576\n1: 48 [2: 96] @ 0x401000\n");

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("heap.pb.gz");
    assertThat(report(series, "allocs.pb.gz").kind()).isEqualTo("allocs");
    assertThat(report(series, "allocs.pb.gz").message()).contains("no step of the series");
    assertThat(report(series, "heap.txt").status()).isEqualTo(Status.OK);
    assertThat(report(series, "heap.txt").message()).contains("undated");
  }

  @Test
  void allocsProfilesAloneAreASeries() throws IOException {
    write("a.pb.gz", heap(1, 10).defaultSampleType("alloc_space"));
    write("b.pb.gz", heap(2, 20).defaultSampleType("alloc_space"));

    assertThat(names(collect(folder))).containsExactly("a.pb.gz", "b.pb.gz");
  }

  @Test
  void oneMomentIsTakenOnce() throws IOException {
    write("a.pb.gz", heap(1, 10));
    write("copy.pb.gz", heap(1, 10));

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("a.pb.gz");
    assertThat(codes(series)).containsExactly("same-moment");
  }

  @Test
  void deltasAreNoSteps() throws IOException {
    write("a.pb.gz", heap(1, 10));
    write("seconds.pb.gz", heap(2, 20).duration(30 * SECOND));
    write("negative.pb.gz", heap(3, -20));

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("a.pb.gz");
    assertThat(report(series, "seconds.pb.gz").kind()).isEqualTo("heap-delta");
    assertThat(report(series, "negative.pb.gz").status()).isEqualTo(Status.SKIPPED);
    assertThat(codes(series)).containsExactly("delta-profile", "delta-profile");
  }

  @Test
  void otherKindsAreEvidenceOrNamedAndSkipped() throws IOException {
    write("a.pb.gz", heap(1, 10));
    write("cpu.pb.gz", ProfileDsl.empty().type("samples", "count").type("cpu", "nanoseconds"));
    write("goroutine.pb.gz", ProfileDsl.empty().type("goroutine", "count"));
    text("debug1.txt", "goroutine profile: total 3\n1 @ 0x1\n");
    text("debug2.txt", "goroutine 1 gp=0xc0 m=0 mp=0x1 [running]:\nmain.main()\n");
    text("gc.log", "starting\ngc 1 @0.026s 0%: 0.27+1.5+0.007 ms clock\n");
    text("crash.log", "fatal error: concurrent map writes\n\ngoroutine 7 [running]:\n");
    text("README", "just words");

    Series series = collect(folder);

    assertThat(series.inputs())
        .extracting(input -> name(input.path()) + " " + input.kind() + " " + input.status().id())
        .containsExactly(
            "a.pb.gz heap ok",
            "README unknown skipped",
            "cpu.pb.gz cpu skipped",
            "crash.log crash ok",
            "debug1.txt goroutine ok",
            "debug2.txt goroutine ok",
            "gc.log gctrace ok",
            "goroutine.pb.gz goroutine ok");
  }

  @Test
  void aDamagedProfileFailsAndTheOthersAreRead() throws IOException {
    write("a.pb.gz", heap(1, 10));
    byte[] bytes = heap(2, 20).gzipped();
    Files.write(folder.resolve("cut.pb.gz"), Arrays.copyOf(bytes, bytes.length / 2));

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("a.pb.gz");
    assertThat(report(series, "cut.pb.gz").status()).isEqualTo(Status.FAILED);
    assertThat(report(series, "cut.pb.gz").message()).doesNotContain(folder.toString());
  }

  @Test
  void anUnknownFileFailsWhenItIsNamed() throws IOException {
    text("notes.txt", "just words");

    Series series = collect(folder.resolve("notes.txt"), folder.resolve("absent"));

    assertThat(series.inputs()).extracting(InputReport::status).containsOnly(Status.FAILED);
    assertThat(report(series, "absent").message()).startsWith("no such file");
    assertThat(codes(series)).containsExactly("no-heap-profile");
  }

  @Test
  void aDirectoryWithoutProfilesFails() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("outer/inner"));

    Series series = collect(folder.resolve("empty"), folder.resolve("outer"));

    assertThat(series.inputs()).extracting(InputReport::status).containsOnly(Status.FAILED);
    assertThat(report(series, "empty").message()).contains("empty directory");
    assertThat(report(series, "outer").message()).contains("sub-directories", "inner");
  }

  @Test
  void aRestartCutsTheSeries() throws IOException {
    write("1.pb.gz", heap(1, 100));
    write("2.pb.gz", heap(2, 200));
    write("3.pb.gz", heap(3, 10));
    write("4.pb.gz", heap(4, 150));

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("3.pb.gz", "4.pb.gz");
    assertThat(codes(series)).containsExactly("restarted");
    assertThat(report(series, "1.pb.gz").status()).isEqualTo(Status.SKIPPED);
  }

  @Test
  void anotherBuildCutsTheSeries() throws IOException {
    write("1.pb.gz", heap(1, 10));
    ProfileDsl other = heap(2, 20);
    other.message().getMappingBuilder(0).setBuildId(other.string("build2"));
    write("2.pb.gz", other);

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("2.pb.gz");
    assertThat(codes(series)).containsExactly("build-changed");
    assertThat(series.diagnostics().get(0).message()).contains("build1", "build2");
  }

  @Test
  void anotherSamplingRateCutsTheSeries() throws IOException {
    write("1.pb.gz", heap(1, 10));
    write("2.pb.gz", heap(2, 20).period("space", "bytes", 4096));

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("2.pb.gz");
    assertThat(codes(series)).containsExactly("rate-changed");
    assertThat(series.diagnostics().get(0).message()).contains("524288", "4096");
  }

  @Test
  void processesThatTakeTurnsAreKeptApart() throws IOException {
    // a grows 100, 200, 300 and b 10, 20: each step from a to b falls
    write("a1.pb.gz", heap(1, 100));
    write("b1.pb.gz", heap(2, 10));
    write("a2.pb.gz", heap(3, 200));
    write("b2.pb.gz", heap(4, 20));
    write("a3.pb.gz", heap(5, 300));

    Series series = collect(folder);

    assertThat(names(series)).containsExactly("a1.pb.gz", "a2.pb.gz", "a3.pb.gz");
    assertThat(codes(series)).containsExactly("several-processes");
    assertThat(report(series, "b2.pb.gz").status()).isEqualTo(Status.SKIPPED);
  }

  @Test
  void missingBlockSizesAreNoticed() throws IOException {
    ProfileDsl dsl = heap(1, 10);
    dsl.message().getSampleBuilder(0).clearLabel();
    write("a.pb.gz", dsl);

    assertThat(codes(collect(folder))).containsExactly("no-block-sizes");
  }

  @Test
  void standardInputIsAnInput() {
    InputStream in = new ByteArrayInputStream(heap(1, 10).gzipped());

    Series series = new InputCollector(Limits.DEFAULT, in, Progress.NONE).collect(List.of("-"));

    assertThat(series.snapshots()).extracting(Snapshot::path).containsExactly("-");
  }

  @Test
  void wordsOnStandardInputFail() {
    InputStream in = new ByteArrayInputStream("words".getBytes(StandardCharsets.UTF_8));

    Series series = new InputCollector(Limits.DEFAULT, in, Progress.NONE).collect(List.of("-"));

    assertThat(series.inputs()).extracting(InputReport::status).containsExactly(Status.FAILED);
  }

  @Test
  void progressIsToldOfEveryInput() throws IOException {
    write("a.pb.gz", heap(1, 10));
    write("b.pb.gz", heap(2, 20));
    List<String> told = new ArrayList<>();

    new InputCollector(
            Limits.DEFAULT,
            InputStream.nullInputStream(),
            (done, total, path) -> told.add(done + "/" + total + " " + name(path)))
        .collect(List.of(folder.toString(), folder.resolve("a.pb.gz").toString()));

    assertThat(told).containsExactly("1/2 a.pb.gz", "2/2 b.pb.gz");
  }

  private Series collect(Path... arguments) {
    return new InputCollector(Limits.DEFAULT, InputStream.nullInputStream(), Progress.NONE)
        .collect(Arrays.stream(arguments).map(Path::toString).toList());
  }

  private void write(String name, ProfileDsl profile) throws IOException {
    Files.write(folder.resolve(name), profile.gzipped());
  }

  private void text(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static List<String> names(Series series) {
    return series.snapshots().stream().map(snapshot -> name(snapshot.path())).toList();
  }

  private static List<String> codes(Series series) {
    return series.diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static InputReport report(Series series, String name) {
    return series.inputs().stream()
        .filter(input -> name(input.path()).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String name(String path) {
    return String.valueOf(Path.of(path).getFileName());
  }
}
