package io.mapleak.command;

import io.mapleak.gomap.GoVersion;
import io.mapleak.report.PlainText;
import io.mapleak.report.SimulatedWorkload;
import io.mapleak.report.SimulationReport;
import io.mapleak.report.SimulationText;
import io.mapleak.simulator.alternative.AlternativeChoice;
import io.mapleak.simulator.alternative.Design;
import io.mapleak.simulator.workload.Simulator;
import io.mapleak.simulator.workload.Workload;
import io.mapleak.simulator.workload.WorkloadException;
import io.mapleak.simulator.workload.WorkloadFiles;
import io.mapleak.simulator.workload.WorkloadWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code simulate} of workloads: from files or options, on one structure or several. */
final class WorkloadRuns {
  /** Formats of the result. */
  enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN
  }

  /** Name of a workload that options tell. */
  private static final String OPTIONS = "workload";

  /** As many as a chart of 80 columns shows. */
  private static final String USUAL_SAMPLES = "50";

  private static final int MAX_SAMPLES = 100_000;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORKLOAD",
      description = "Files with a workload each, or - for the standard input.")
  private List<String> files = new ArrayList<>();

  @Mixin private WorkloadOptions options = new WorkloadOptions();

  @Option(
      names = "--go",
      split = ",",
      paramLabel = "VERSION",
      converter = GoVersionConverter.class,
      description = "Go releases, e.g. 1.23,1.26 (default: the workload's, or the newest).")
  private List<GoVersion> releases = new ArrayList<>();

  @Option(
      names = "--with",
      split = ",",
      paramLabel = "MODEL",
      converter = ChoiceConverter.class,
      description = {
        "Beside the map: presized[=HINT], rebuild=DELETES, sharded[=SHARDS], sync.Map,",
        "slice, cuckoo[=KEYS], lru=ENTRIES."
      })
  private List<AlternativeChoice> alternatives = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed draws other keys and hashes (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = USUAL_SAMPLES,
      description = "Moments at which memory is looked at (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Option(names = "--format", description = "text, json, csv or markdown (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--print-workload",
      description = "Print the workload as text, to be edited, instead of running it.")
  private boolean print;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "Colours: auto, always or never (default: auto).")
  private Surroundings.Color color = Surroundings.Color.AUTO;

  /** Reads an alternative. */
  static final class ChoiceConverter implements ITypeConverter<AlternativeChoice> {
    @Override
    public AlternativeChoice convert(String text) {
      try {
        return AlternativeChoice.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** A workload and where it came from. */
  private record Source(String name, Workload workload) {}

  /** Whether there is a workload to run. */
  boolean isGiven() {
    return !files.isEmpty() || options.anyGiven();
  }

  /** Runs them all; tells the exit code. */
  int run(Surroundings surroundings) {
    if (samples < 1 || samples > MAX_SAMPLES) {
      throw usage("--samples is 1 to " + MAX_SAMPLES);
    }
    if (!files.isEmpty() && options.anyGiven()) {
      throw usage("a workload is told by a file or by options, not by both");
    }
    PrintWriter out = commandLine().getOut();
    List<Source> sources = new ArrayList<>();
    int exit = ExitCode.OK;
    if (files.isEmpty()) {
      sources.add(new Source(OPTIONS, options.workload()));
    }
    for (String file : files) {
      exit = Math.max(exit, read(file, surroundings, sources));
    }
    if (print) {
      sources.forEach(source -> out.print(WorkloadWriter.write(source.workload())));
    } else if (!sources.isEmpty()) {
      report(sources.stream().map(this::simulate).toList(), surroundings, out);
    }
    out.flush();
    return exit;
  }

  private int read(String file, Surroundings surroundings, List<Source> sources) {
    PrintWriter err = commandLine().getErr();
    try {
      sources.add(new Source(file, WorkloadFiles.read(file, surroundings.in())));
      return ExitCode.OK;
    } catch (WorkloadException e) {
      err.print("mapleak: " + PlainText.of(String.valueOf(e.getMessage())) + "\n");
      return ExitCode.USAGE;
    } catch (IOException e) {
      err.print("mapleak: " + PlainText.of(String.valueOf(e.getMessage())) + "\n");
      return ExitCode.UNREADABLE;
    }
  }

  private SimulatedWorkload simulate(Source source) {
    Workload workload = source.workload();
    Simulator simulator = new Simulator(workload, seed);
    List<AlternativeChoice> choices = new ArrayList<>(List.of(AlternativeChoice.MAP));
    alternatives.stream().filter(choice -> !choices.contains(choice)).forEach(choices::add);
    try {
      boolean needsMost = choices.stream().anyMatch(AlternativeChoice::needsMostEntries);
      long most = needsMost ? simulator.mostEntries() : 0;
      long mostOfOne = (most + workload.maps() - 1) / workload.maps();
      List<Design> designs = new ArrayList<>();
      for (GoVersion go : releases(workload)) {
        for (AlternativeChoice choice : choices) {
          designs.add(choice.design(go, workload.type(), mostOfOne));
        }
      }
      long[] moments = Simulator.moments(workload, samples);
      return new SimulatedWorkload(source.name(), simulator.run(designs, moments));
    } catch (IllegalArgumentException e) {
      throw usage(source.name() + ": " + e.getMessage());
    }
  }

  private List<GoVersion> releases(Workload workload) {
    if (!releases.isEmpty()) {
      return releases.stream().distinct().toList();
    }
    GoVersion go = workload.go();
    return List.of(go == null ? GoVersion.NEWEST : go);
  }

  private void report(List<SimulatedWorkload> runs, Surroundings surroundings, PrintWriter out) {
    out.print(
        switch (format) {
          case TEXT ->
              runs.stream()
                  .map(run -> SimulationText.of(run, surroundings.style(color)))
                  .collect(Collectors.joining("\n"));
          case JSON -> SimulationReport.json(runs);
          case CSV -> SimulationReport.csv(runs);
          case MARKDOWN -> SimulationReport.markdown(runs);
        });
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandLine(), message);
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command");
    }
    return spec.commandLine();
  }
}
