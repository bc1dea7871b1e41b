package io.mapleak.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mapleak simulate}: what a real map would do. */
@Command(
    name = "simulate",
    description = "Runs workloads or recorded operations on the exact models of Go's maps.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--trace",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Recorded traces: files, or directories with *.trace and *.trace.gz.")
  private List<Path> traces = List.of();

  @Option(
      names = "--verify",
      description = "Compare every state, digest and byte count with the recorded one.")
  private boolean verify;

  @Mixin private WorkloadRuns workloads = new WorkloadRuns();

  private final Surroundings surroundings;

  /** A command for one run. */
  public SimulateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    if (traces.isEmpty() && !verify && workloads.isGiven()) {
      return workloads.run(surroundings);
    }
    if (traces.isEmpty() || !verify || workloads.isGiven()) {
      throw new ParameterException(
          spec.commandLine(),
          "name a workload (a file, or --key TYPE --elem TYPE --for TIME --insert RATE),"
              + " or traces (--trace PATH --verify)");
    }
    return TraceComparison.run(traces, spec.commandLine().getOut(), spec.commandLine().getErr());
  }
}
