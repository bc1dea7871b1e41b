package io.mapleak.repl;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell without a terminal. */
final class ShellCommandTest {
  private static final String PROFILE =
      TestData.file("go1.23-miniredis").resolve("heap-10.pb.gz").toString();

  @Test
  void linesComeFromTheStandardInput() {
    TestShell.Run run = TestShell.process("top1\n\n# nothing\nquit\nnonsense\n", shell());
    assertThat(run.code()).isZero();
    assertThat(run.output()).contains("Showing top 1 nodes out of 11").contains("(*RedisDB).incr");
    assertThat(run.messages()).isEmpty();
  }

  @Test
  void theFirstLineThatFailsEndsTheScript(@TempDir Path folder) throws IOException {
    Path script = folder.resolve("lines");
    Files.writeString(script, "inuse_objects\ntop1\npeek NoSuchFunction\ntop1\n");
    TestShell.Run run = TestShell.process("", shell("--script", script.toString()));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.output().lines().filter(line -> line.startsWith("Showing nodes"))).hasSize(1);
    assertThat(run.messages())
        .contains("no function matches 'NoSuchFunction'")
        .endsWith("mapleak: " + script + ":3: stopped at: peek NoSuchFunction\n");
  }

  @Test
  void theFirstLineThatFailsEndsTheStandardInput() {
    TestShell.Run run = TestShell.process("top1\n\ntop -nodecount=x\ntop1\n", shell());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.output().lines().filter(line -> line.startsWith("Showing nodes"))).hasSize(1);
    assertThat(run.messages())
        .endsWith("mapleak: standard input:3: stopped at: top -nodecount=x\n");
  }

  @Test
  void aFindingIsNoError() {
    String series = TestData.file("go1.23-miniredis").toString();
    TestShell.Run run = TestShell.process("analyze\ntop1\n", List.of("shell", series));
    assertThat(run.code()).isZero();
    assertThat(run.output()).contains("LEAK").contains("Showing top 1");
  }

  @Test
  void aProfileThatCannotBeReadEndsIt() {
    TestShell.Run run = TestShell.process("top\n", List.of("shell", "nowhere.pb.gz"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.output()).isEmpty();
  }

  @Test
  void aScriptThatCannotBeReadIsToldAndTheStandardInputIsNoProfile() {
    assertThat(TestShell.process("", shell("--script", "nowhere")).code()).isEqualTo(3);
    assertThat(TestShell.process("", List.of("shell", "-")).code()).isEqualTo(2);
  }

  private static List<String> shell(String... more) {
    return Stream.concat(Stream.of("shell", PROFILE), Stream.of(more)).toList();
  }
}
