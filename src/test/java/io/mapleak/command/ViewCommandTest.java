package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.ProfileDsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ViewCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private InputStream in = InputStream.nullInputStream();
  private boolean terminal;

  @TempDir Path folder = Path.of("");
  private String heap = "";

  @BeforeEach
  void writeHeap() throws IOException {
    byte[] profile =
        ProfileDsl.heap()
            .sample("main.put\u001b[31m store.go:12", "main.main main.go:5")
            .bytes(48)
            .values(10, 480, 4, 192)
            .gzipped();
    heap = Files.write(folder.resolve("heap.pb.gz"), profile).toString();
    in = new ByteArrayInputStream(profile);
  }

  @Test
  void theSampleTypeIsChosenByNameIndexOrOldFlag() {
    assertThat(run("top", "-sample_index=alloc_space", heap)).isZero();
    assertThat(out.toString()).contains("Type: alloc_space", "480B, 100% of 480B total");
    assertThat(run("top", heap, "--sample-index", "0")).isZero();
    assertThat(out.toString()).contains("Type: alloc_objects");
    assertThat(run("top", "-inuse_objects", heap)).isZero();
    assertThat(out.toString()).contains("Type: inuse_objects");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aSecondSampleTypeIsIgnoredAndTold() {
    assertThat(run("top", "-sample_index=0", "-alloc_space", heap)).isZero();
    assertThat(out.toString()).contains("Type: alloc_objects");
    assertThat(err.toString()).contains("-alloc_space is ignored");
  }

  @Test
  void anUnknownSampleTypeIsAUsageErrorThatNamesThoseThereAre() {
    assertThat(run("top", "-sample_index=cpu", heap)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("'cpu'", "alloc_objects, alloc_space", "inuse_space");
    assertThat(run("raw", "-sample_index=4", heap)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("outside the range [0..3]");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void booleansAreSpeltAsInGo() {
    assertThat(run("top", "-trim=false", "-nodecount=1", heap)).isZero();
    assertThat(out.toString()).contains("main.put", "main.main");
    assertThat(run("top", "-trim", "-nodecount=1", "-compact_labels", heap)).isZero();
    assertThat(out.toString()).contains("Showing top 1 nodes out of 2");
  }

  @Test
  void wrongOptionsAreUsageErrors() {
    assertThat(run("top", "-cum", "-flat", heap)).isEqualTo(ExitCode.USAGE);
    assertThat(run("top", "-nodecount=many", heap)).isEqualTo(ExitCode.USAGE);
    assertThat(run("top", "-cumulative", heap)).isEqualTo(ExitCode.USAGE);
    assertThat(run("top")).isEqualTo(ExitCode.USAGE);
    assertThat(run("raw", "http://localhost:6060/debug/pprof/heap")).isEqualTo(ExitCode.USAGE);
    assertThat(run("topp", heap)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("exclude each other", "'many'", "-cumulative", "INPUT")
        .contains("curl", "Did you mean: mapleak top");
  }

  @Test
  void whatCannotBeReadIsToldInOneLine() {
    assertThat(run("top", "absent.pb.gz")).isEqualTo(ExitCode.UNREADABLE);
    assertThat(run("raw", folder.toString())).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.matches("mapleak: .*: .*: .*"));
  }

  @Test
  void standardInputIsRead() {
    assertThat(run("raw", "-")).isZero();
    assertThat(out.toString()).startsWith("PeriodType: space bytes\nPeriod: 524288\n");
  }

  @Test
  void namesCannotCommandATerminal() {
    assertThat(run("top", heap)).isZero();
    assertThat(out.toString()).contains("main.put\u001b[31m");
    out.getBuffer().setLength(0);
    terminal = true;
    assertThat(run("top", heap)).isZero();
    assertThat(out.toString()).contains("main.put[31m").doesNotContain("\u001b");
  }

  @Test
  void aReaderThatHasGoneEndsQuietly() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    int code =
        Mapleak.run(
            surroundings(),
            "0",
            new PrintWriter(closed, false, StandardCharsets.UTF_8),
            new PrintWriter(err),
            List.of("raw", heap));
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpListsAllCommandsThoughOnlyOneIsBuilt() {
    assertThat(run("--help")).isZero();
    for (Subcommand command : Subcommand.values()) {
      assertThat(out.toString()).contains("\n  " + command.word() + " ");
    }
    assertThat(Mapleak.commandLine(surroundings(), "0", List.of("top", heap)).getSubcommands())
        .containsOnlyKeys("top");
    assertThat(run("top", "--help")).isZero();
    assertThat(out.toString()).contains("-nodecount", "--max-samples", "--stacktrace");
  }

  @Test
  void anInternalErrorHasItsOwnExitCode() {
    in =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("a fault");
          }

          @Override
          public int read(byte[] bytes, int start, int length) {
            return read();
          }
        };
    assertThat(run("top", "-")).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString())
        .contains("internal error", "a fault", "--stacktrace")
        .doesNotContain("\tat ");
    assertThat(run("top", "-", "--stacktrace")).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString()).contains("\tat ");
  }

  private int run(String... args) {
    return Mapleak.run(
        surroundings(), "0", new PrintWriter(out), new PrintWriter(err), List.of(args));
  }

  private Surroundings surroundings() {
    return new Surroundings(in, terminal, false, StandardCharsets.UTF_8, Map.of("TZ", "UTC"));
  }
}
