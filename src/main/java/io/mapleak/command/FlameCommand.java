package io.mapleak.command;

import io.mapleak.profile.ValueType;
import io.mapleak.report.FlameSvg;
import io.mapleak.report.FlameText;
import io.mapleak.report.TextStyle;
import io.mapleak.view.FlameGraph;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code mapleak flame}: the stacks merged from the root, drawn as wide as what they allocate. */
@Command(
    name = "flame",
    description = {
      "Draws a flame graph, the root on top: on a terminal to walk by keys, else as text.",
      "--svg writes a file for a browser. Differences are red where they grew, green where they shrank."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class FlameCommand extends ProfileView {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Write an SVG file that needs nothing else; - is the standard output.")
  private @Nullable String svg;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Print text of so many columns (default: COLUMNS, or 80), on a terminal too.")
  private @Nullable Integer width;

  /** A command for one run. */
  public FlameCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    if (width != null && width < FlameText.LEAST_WIDTH) {
      throw wrong("--width is " + FlameText.LEAST_WIDTH + " or more");
    }
    if (svg != null) {
      svg(FlameGraph.of(selection, options), svg, out);
      return;
    }
    if (width == null && surroundings().flameViewer().show(graphs(selection, options))) {
      return;
    }
    TextStyle style = surroundings().style(Surroundings.Color.NEVER);
    int columns = Math.max(FlameText.LEAST_WIDTH, width == null ? surroundings().columns() : width);
    out.write(FlameText.of(FlameGraph.of(selection, options), columns, style));
  }

  private static FlameViewer.Graphs graphs(Selection selection, ReportOptions options) {
    return new FlameViewer.Graphs(
        selection.profile().sampleTypes().stream().map(ValueType::type).toList(),
        selection.type(),
        type -> FlameGraph.of(selection.by(type), options));
  }

  private void svg(FlameGraph graph, String file, ViewWriter out) throws IOException {
    String drawing = FlameSvg.of(graph);
    if (file.equals(STANDARD_OUTPUT)) {
      out.write(drawing);
      return;
    }
    try {
      Files.writeString(Path.of(file), drawing);
    } catch (IOException | InvalidPathException e) {
      throw wrong("--svg " + file + ": can't be written: " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(commandLine(), message);
  }
}
