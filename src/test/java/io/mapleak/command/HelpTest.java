package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The list of commands shows the first line of what each does. */
final class HelpTest {
  static Stream<CommandLine> commands() {
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(), false, false, StandardCharsets.UTF_8, Map.of());
    return Mapleak.commandLine(surroundings, "test").getSubcommands().values().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theFirstLineIsASentence(CommandLine command) {
    String[] lines = command.getCommandSpec().usageMessage().description();
    assertThat(lines).isNotEmpty();
    assertThat(lines[0]).as(command.getCommandName()).matches("[A-Z].*\\.");
  }
}
