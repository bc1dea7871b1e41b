package io.mapleak.command;

import java.util.List;
import picocli.CommandLine.Parameters;

/** A view of whole profiles. */
abstract class ProfileView extends ViewCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "A profile, or - for the standard input; several are added up.")
  private List<String> inputs = List.of();

  ProfileView(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  final List<String> inputs() {
    return inputs;
  }
}
