package io.mapleak.command;

import io.mapleak.analysis.InputCollector;
import io.mapleak.pprof.Limits;
import io.mapleak.pprof.ProfileReader;
import io.mapleak.profile.Profile;
import io.mapleak.report.PlainText;
import io.mapleak.view.Fetched;
import io.mapleak.view.SampleTypes;
import io.mapleak.view.UnknownSampleTypeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A view of one profile whose text equals google/pprof's. Its options are spelt as there, with one
 * dash or two.
 */
abstract class ViewCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "A profile, or - for the standard input.")
  private List<String> inputs = List.of();

  @Mixin private SampleTypeOptions sampleType = new SampleTypeOptions();

  @Mixin private LimitsOption limits = new LimitsOption();

  ViewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Writes the view.
   *
   * @param profile as pprof's reports see it
   * @param type index of the sample type asked for
   */
  abstract void show(Profile profile, int type, ViewWriter out) throws IOException;

  @Override
  public Integer call() {
    String input = input();
    String choice = sampleType.choice(commandLine().getErr());
    Limits bounds = limits.limits();
    Profile profile;
    try {
      profile = Fetched.of(read(input, bounds));
    } catch (IOException e) {
      PrintWriter err = commandLine().getErr();
      err.print("mapleak: " + PlainText.of(String.valueOf(e.getMessage())) + "\n");
      err.flush();
      return ExitCode.UNREADABLE;
    }
    try (ViewWriter out = new ViewWriter(commandLine().getOut(), surroundings.terminalOut())) {
      show(profile, SampleTypes.index(profile, choice), out);
    } catch (UnknownSampleTypeException e) {
      throw new ParameterException(commandLine(), input + ": " + e.getMessage(), e);
    } catch (IOException e) {
      return ExitCode.OK; // nobody reads on; Main tells of an output that can't be written
    }
    return ExitCode.OK;
  }

  final Surroundings surroundings() {
    return surroundings;
  }

  final CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    return spec.commandLine();
  }

  private String input() {
    if (inputs.size() > 1) {
      throw new ParameterException(
          commandLine(), "several profiles can't be merged yet: name one of them");
    }
    String input = inputs.get(0);
    if (InputCollector.isUrl(input)) {
      throw new ParameterException(
          commandLine(),
          input
              + " is a URL, which is not supported yet: capture it with curl -o heap.pb.gz URL,"
              + " then name the file");
    }
    return input;
  }

  private Profile read(String input, Limits bounds) throws IOException {
    if (input.equals(STANDARD_INPUT)) {
      return ProfileReader.read("standard input", surroundings.in(), bounds).profile();
    }
    try {
      return ProfileReader.read(Path.of(input), bounds).profile();
    } catch (InvalidPathException e) {
      throw new IOException(input + ": not a path: check its characters", e);
    }
  }
}
