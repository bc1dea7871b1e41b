package io.mapleak.command;

import io.mapleak.pprof.ProfileWriter;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code mapleak proto}: what filters and merging leave of profiles, as a profile. */
@Command(
    name = "proto",
    description = "Writes one profile of what filters, merging and -base leave, as pprof's proto.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ProtoCommand extends ProfileView {
  /** A command for one run. */
  public ProtoCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    if (surroundings().terminalOut()
        || !(commandLine().getOut() instanceof StandardOutput standardOutput)) {
      throw new ParameterException(
          commandLine(),
          "a profile is no text: send it to a file, as in proto FILE > merged.pb.gz");
    }
    ProfileWriter.write(selection.divided(options), standardOutput.bytes());
  }
}
