package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.ProfileDsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalyzeCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private InputStream in = InputStream.nullInputStream();

  @TempDir Path folder = Path.of("");

  @Test
  void noInputIsAUsageError() {
    assertThat(run("analyze")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("INPUT", "mapleak analyze --help");
  }

  @Test
  void aUrlIsAUsageErrorThatNamesCurl() {
    assertThat(run("analyze", "http://localhost:6060/debug/pprof/heap")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("not supported yet", "curl");
  }

  @Test
  void anUnknownFormatIsAUsageErrorThatNamesThoseThereAre() {
    assertThat(run("analyze", "--format", "sarif", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("text, json", "sarif");
  }

  @Test
  void anUnknownGoReleaseIsAUsageError() {
    assertThat(run("analyze", "--go", "1.99", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(run("analyze", "--go", "two", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("1.19 to 1.27", "'two'");
  }

  @Test
  void anImpossibleLimitIsAUsageError() {
    assertThat(run("analyze", "--max-samples", "0", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("must be 1 to");
  }

  @Test
  void anAbsentFileIsUnreadableInEveryFormat() {
    assertThat(run("analyze", "absent.pb.gz")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("mapleak: absent.pb.gz: no such file").hasLineCount(1);
    assertThat(run("analyze", "--format", "json", "absent.pb.gz")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("absent.pb.gz: no such file");
    assertThat(run("sites", "--format", "csv", "absent.pb.gz")).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void whatCanBeReadIsReportedBesideWhatCanNot() throws IOException {
    Files.write(folder.resolve("heap.pb.gz"), heap());
    Files.write(folder.resolve("cut.pb.gz"), java.util.Arrays.copyOf(heap(), 60));

    assertThat(run("analyze", folder.toString())).isEqualTo(ExitCode.UNREADABLE);
    assertThat(out.toString()).contains("1 heap profile", "FAILED", "cut.pb.gz");
  }

  @Test
  void oneProfileIsInconclusiveUnderStrictOnly() throws IOException {
    Path file = Files.write(folder.resolve("heap.pb.gz"), heap());

    assertThat(run("analyze", file.toString())).isEqualTo(ExitCode.OK);
    assertThat(run("analyze", "--strict", file.toString())).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(run("analyze", file.toString(), "--strict")).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(out.toString()).contains("INCONCLUSIVE", "capture more");
  }

  @Test
  void standardInputIsRead() {
    in = new ByteArrayInputStream(heap());

    assertThat(run("analyze", "-")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).startsWith("standard input  1 heap profile");
  }

  @Test
  void colorNeedsATerminalOrAWish() throws IOException {
    String file = Files.write(folder.resolve("heap.pb.gz"), heap()).toString();

    run(true, Map.of("TERM", "xterm"), "analyze", file);
    assertThat(out.toString()).contains("\u001b[");
    out.getBuffer().setLength(0);
    run(true, Map.of("NO_COLOR", "1"), "analyze", file);
    run(true, Map.of("TERM", "dumb"), "analyze", file);
    run(true, Map.of(), "analyze", "--color=never", file);
    run(false, Map.of(), "analyze", file);
    assertThat(out.toString()).doesNotContain("\u001b");
    run(false, Map.of("NO_COLOR", "1"), "analyze", "--color=always", file);
    assertThat(out.toString()).contains("\u001b[");
  }

  @Test
  void columnsAreHonouredWithinBounds() {
    assertThat(width("")).isEqualTo(80);
    assertThat(width("100")).isEqualTo(100);
    assertThat(width("9999")).isEqualTo(120);
    assertThat(width("1")).isEqualTo(60);
    assertThat(width("wide")).isEqualTo(80);
  }

  private static int width(String columns) {
    return surroundings(InputStream.nullInputStream(), false, Map.of("COLUMNS", columns))
        .style(Surroundings.Color.AUTO)
        .width();
  }

  private int run(String... args) {
    return run(false, Map.of(), args);
  }

  private int run(boolean terminal, Map<String, String> environment, String... args) {
    return Mapleak.commandLine(surroundings(in, terminal, environment), "0")
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private static Surroundings surroundings(
      InputStream in, boolean terminal, Map<String, String> environment) {
    return new Surroundings(in, terminal, terminal, StandardCharsets.UTF_8, environment);
  }

  private static byte[] heap() {
    return ProfileDsl.heap()
        .time(1_700_000_000_000_000_000L)
        .sample("main.put store.go:12", "main.main main.go:5")
        .bytes(48)
        .values(10, 480, 4, 192)
        .gzipped();
  }

  @Test
  void aLeakIsToldWithWhatComesNextAndALimitWithItsTime() {
    assertThat(run("analyze", "--limit", "2GiB", "testdata/go1.23-miniredis")).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("next +13.8 MB of buckets in about [0-9.]+ s \\([0-9.]+ s to [0-9.]+ s\\)")
        .containsPattern("limit +live heap at 2 GB in about [0-9]+ min");
    out.getBuffer().setLength(0);
    assertThat(run("analyze", "--limit", "2GiB", "--format", "json", "testdata/go1.23-miniredis"))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("next_growth_seconds", "next_growth_bytes", "in_seconds_with_garbage");
    assertThat(run("analyze", "--limit", "0", "testdata/go1.23-miniredis"))
        .isEqualTo(ExitCode.USAGE);
  }
}
