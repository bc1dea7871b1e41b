package io.mapleak.command;

import io.mapleak.analysis.AnalysisOptions;
import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.InputCollector;
import io.mapleak.analysis.Series;
import io.mapleak.analysis.SourceAnalysis;
import io.mapleak.gomap.GoVersion;
import io.mapleak.report.PlainText;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how the inputs of an analysis are to be read. */
final class ReadOptions {
  @Option(
      names = "--go",
      paramLabel = "VERSION",
      converter = GoVersionConverter.class,
      description = "Go release of the process, e.g. 1.23 (default: read off the profile).")
  private @Nullable GoVersion go;

  @Option(
      names = "--rss",
      paramLabel = "BYTES",
      converter = BytesConverter.class,
      description = {
        "Resident size of the process, e.g. 1610612736, 1536MiB or 1.5GiB: how much of it are maps?",
        "Its /proc/PID/smaps or status as an INPUT tells more."
      })
  private @Nullable Long rss;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "Colours: auto, always or never (default: auto).")
  private Surroundings.Color color = Surroundings.Color.AUTO;

  @Mixin private SourceOption source = new SourceOption();

  @Mixin private LimitsOption limits = new LimitsOption();

  Surroundings.Color color() {
    return color;
  }

  AnalysisOptions options(CommandLine commandLine) {
    OptionalLong resident = rss == null ? OptionalLong.empty() : OptionalLong.of(rss);
    return new AnalysisOptions(go, resident, source.lines(commandLine));
  }

  boolean hasSource() {
    return source.isGiven();
  }

  /** What the source shows without any profile. */
  AnalysisResult sourceAlone(CommandLine commandLine) {
    return SourceAnalysis.of(source.options(commandLine), source.tree(commandLine));
  }

  /** Reads inputs as one series; a usage error when one of them can't be an input yet. */
  Series series(List<String> inputs, Surroundings surroundings, CommandLine commandLine) {
    try (ProgressLine progress = progress(surroundings, commandLine)) {
      for (String input : inputs) {
        if (InputCollector.isUrl(input)) {
          throw new ParameterException(
              commandLine,
              PlainText.of(input)
                  + " is a URL, which is not supported yet: capture it with curl -o heap.pb.gz URL,"
                  + " then name the file");
        }
      }
      return new InputCollector(limits.limits(), surroundings.in(), progress).collect(inputs);
    }
  }

  private static ProgressLine progress(Surroundings surroundings, CommandLine commandLine) {
    return new ProgressLine(commandLine.getErr(), surroundings.terminalErr(), System::nanoTime);
  }
}
