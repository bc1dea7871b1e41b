package io.mapleak.command;

import io.mapleak.analysis.InputCollector;
import io.mapleak.analysis.Series;
import io.mapleak.analysis.Snapshot;
import io.mapleak.pprof.Limits;
import io.mapleak.report.PlainText;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the inputs of the commands that take a series; a shell reads the same files once. */
public final class SeriesReading {
  private record Key(List<FileStamp> files, Limits limits) {}

  private final Surroundings surroundings;
  private final CommandLine commandLine;

  /** Reads for one command. */
  public SeriesReading(Surroundings surroundings, CommandLine commandLine) {
    this.surroundings = surroundings;
    this.commandLine = commandLine;
  }

  /** The series; a usage error when one of the inputs can't be an input yet. */
  public Series of(List<String> inputs, Limits limits) {
    for (String input : inputs) {
      if (InputCollector.isUrl(input)) {
        throw new ParameterException(
            commandLine,
            PlainText.of(input)
                + " is a URL, which is not supported yet: capture it with curl -o heap.pb.gz URL,"
                + " then name the file");
      }
    }
    Key key = new Key(FileStamp.of(inputs), limits);
    if (surroundings.memory().find(key) instanceof Series kept) {
      return kept;
    }
    Series series;
    try (ProgressLine progress =
        new ProgressLine(commandLine.getErr(), surroundings.terminalErr(), System::nanoTime)) {
      series = new InputCollector(limits, surroundings.in(), progress).collect(inputs);
    }
    surroundings.memory().keep(key, series);
    for (Snapshot snapshot : series.snapshots()) {
      ProfileFiles.keep(surroundings, snapshot.path(), limits, snapshot.profile());
    }
    return series;
  }
}
