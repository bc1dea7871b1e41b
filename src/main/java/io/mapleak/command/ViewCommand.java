package io.mapleak.command;

import io.mapleak.analysis.InputCollector;
import io.mapleak.pprof.Limits;
import io.mapleak.profile.Profile;
import io.mapleak.view.Baseline;
import io.mapleak.view.Fetched;
import io.mapleak.view.IncompatibleProfilesException;
import io.mapleak.view.NoMatchException;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.SampleTypes;
import io.mapleak.view.Selection;
import io.mapleak.view.UnknownSampleTypeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A view of one profile, or of several added up, whose text equals google/pprof's. All views have
 * all options, as there; they are spelt as there, with one dash or two.
 */
abstract class ViewCommand implements Callable<Integer> {
  /** Most rows of a graph where no number is asked for, as in google/pprof. */
  static final int USUAL_NODES = 80;

  /** What the profile that reports see depends on. */
  private record Request(
      List<FileStamp> inputs,
      List<FileStamp> bases,
      boolean ofTotal,
      boolean normalized,
      boolean allFrames,
      Limits limits) {}

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private SampleTypeOptions sampleType = new SampleTypeOptions();

  @Mixin private FilterOptions filters = new FilterOptions();

  @Mixin private ReportFlags report = new ReportFlags();

  @Mixin private BaselineOptions baseline = new BaselineOptions();

  @Option(
      names = {"-all_frames", "--all_frames", "--all-frames"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "BOOL",
      description = "Keep frames that the profile asks to drop.")
  private boolean allFrames;

  @Mixin private LimitsOption limits = new LimitsOption();

  ViewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The profiles named; at least one. */
  abstract List<String> inputs();

  /** Writes the view. */
  abstract void show(Selection selection, ReportOptions options, ViewWriter out)
      throws IOException, NoMatchException;

  /** Most rows where no number is asked for; 0: all. */
  int usualNodes() {
    return USUAL_NODES;
  }

  @Override
  public Integer call() {
    PrintWriter err = commandLine().getErr();
    List<String> bases = baseline.files();
    checkNames(bases);
    ReportOptions options = report.options(usualNodes());
    String choice = sampleType.choice(err);
    ProfileFiles files = new ProfileFiles(surroundings, limits.limits(), err);
    try (ViewWriter out = new ViewWriter(commandLine().getOut(), surroundings.terminalOut())) {
      Profile profile = fetched(files, bases);
      if (profile == null) {
        return ExitCode.UNREADABLE;
      }
      int type = SampleTypes.index(profile, choice);
      Selection selection = Selection.of(profile, type, filters.filters(), options.unit());
      for (String option : selection.unmatched()) {
        err.print("mapleak: -" + option + " matches nothing\n");
      }
      err.flush();
      show(selection, options, out);
    } catch (UnknownSampleTypeException | IncompatibleProfilesException | NoMatchException e) {
      String named = String.join(", ", inputs());
      throw new ParameterException(commandLine(), named + ": " + e.getMessage(), e);
    } catch (IOException e) {
      return ExitCode.OK; // nobody reads on; Main tells of an output that can't be written
    }
    return files.failed() ? ExitCode.UNREADABLE : ExitCode.OK;
  }

  /** The profile as reports see it; null when none of the inputs can be read. */
  private @Nullable Profile fetched(ProfileFiles files, List<String> bases)
      throws IncompatibleProfilesException {
    Request request =
        new Request(
            FileStamp.of(inputs()),
            FileStamp.of(bases),
            baseline.ofTotal(),
            baseline.normalized(),
            allFrames,
            limits.limits());
    if (surroundings.memory().find(request) instanceof Profile kept) {
      return kept;
    }
    List<Profile> profiles = files.read(inputs());
    List<Profile> subtracted = files.read(bases);
    if (profiles.isEmpty() || (subtracted.isEmpty() && !bases.isEmpty())) {
      return null;
    }
    Profile profile =
        Fetched.of(
            profiles,
            new Baseline(subtracted, baseline.ofTotal(), baseline.normalized()),
            allFrames);
    if (!files.failed()) {
      surroundings.memory().keep(request, profile);
    }
    return profile;
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

  private void checkNames(List<String> bases) {
    List<String> names = new ArrayList<>(inputs());
    names.addAll(bases);
    for (String name : names) {
      if (InputCollector.isUrl(name)) {
        throw new ParameterException(
            commandLine(),
            name
                + " is a URL, which is not supported yet: capture it with curl -o heap.pb.gz URL,"
                + " then name the file");
      }
    }
    if (names.indexOf(ProfileFiles.STANDARD_INPUT)
        != names.lastIndexOf(ProfileFiles.STANDARD_INPUT)) {
      throw new ParameterException(commandLine(), "- can be named once: it can be read once only");
    }
  }
}
