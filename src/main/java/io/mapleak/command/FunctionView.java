package io.mapleak.command;

import com.google.re2j.Pattern;
import java.util.List;
import picocli.CommandLine.Parameters;

/** A view of those functions of profiles that match a pattern. */
abstract class FunctionView extends ViewCommand {
  @Parameters(
      index = "0",
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Names of functions, or parts of them.")
  private Pattern functions = Pattern.compile("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "INPUT",
      description = "A profile, or - for the standard input; several are added up.")
  private List<String> inputs = List.of();

  FunctionView(Surroundings surroundings) {
    super(surroundings);
  }

  final Pattern functions() {
    return functions;
  }

  @Override
  final List<String> inputs() {
    return inputs;
  }
}
