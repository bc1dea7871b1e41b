package io.mapleak.report;

import io.mapleak.replay.Replay;
import io.mapleak.replay.Variant;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A replayed site for people. */
public final class ReplayText {
  private static final String CHANGE = "  %-22s%12s%12s%12s%12s  %s\n";

  /** Profiles from which on a chart shows more than the table. */
  private static final int LEAST_CHARTED = 4;

  private ReplayText() {}

  /** What was derived, how it fits, and what changes would save. */
  public static String of(Replay replay, TextStyle style) {
    StringBuilder text = new StringBuilder();
    text.append(PlainText.of(replay.site().at().function()))
        .append("  ")
        .append(PlainText.of(TextLines.shortFile(replay.site().at().file())))
        .append(':')
        .append(replay.site().at().line())
        .append("\n\nworkload (--save FILE to edit it)\n");
    ReplayReport.workload(replay).lines().forEach(line -> text.append("  " + line + "\n"));
    text.append("\nreplayed on go" + replay.derived().go() + "\n");
    steps(text, replay.steps());
    chart(replay.steps(), style)
        .forEach(row -> text.append(("  " + row).stripTrailing()).append('\n'));
    text.append("  ").append(fit(replay)).append("\n\nwhat if\n");
    line(text, CHANGE, "change", "at the end", "peak", "garbage", "saved", "");
    Variant today = replay.variants().get(0);
    for (Variant variant : replay.variants()) {
      List<String> figures = ReplayReport.figures(variant, today);
      line(
          text,
          CHANGE,
          variant.name(),
          figures.get(0),
          figures.get(1),
          figures.get(2),
          figures.get(3),
          variant.note());
    }
    return text.toString();
  }

  /** The arrays of the run on what was seen; none of a few profiles, which the table shows. */
  private static List<String> chart(List<Replay.Step> steps, TextStyle style) {
    if (steps.size() < LEAST_CHARTED) {
      return List.of();
    }
    List<ErrorBars.Bar> bars = new ArrayList<>();
    for (Replay.Step step : steps) {
      double said = step.predicted().run().arrayBytes();
      bars.add(new ErrorBars.Bar(step.observed().arrayBytes(), said, '-'));
    }
    String legend = style.unicode() ? "\u25cf replayed, \u2502 seen" : "o replayed, | seen";
    return ErrorBars.of(bars, legend, style);
  }

  /** Columns as wide as they need: ranges are long. */
  private static void steps(StringBuilder text, List<Replay.Step> steps) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("profile", "arrays seen", "arrays", "live", "entries"));
    for (Replay.Step step : steps) {
      rows.add(
          List.of(
              ReplayReport.when(step, rows.size()),
              ReplayReport.seen(step),
              ReplayReport.arrays(step),
              ReplayReport.live(step),
              ReplayReport.entries(step)));
    }
    StringBuilder format = new StringBuilder();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
      format.append("  %").append(column == 0 ? "-" : "").append(width).append('s');
    }
    rows.forEach(row -> line(text, format.toString(), row.toArray()));
  }

  private static void line(StringBuilder text, String format, Object... cells) {
    String line = String.format(Locale.ROOT, format, cells).replace(Figures.JOIN, ' ');
    text.append(line.stripTrailing()).append('\n');
  }

  private static String fit(Replay replay) {
    OptionalDouble error = replay.arrayError();
    String words =
        switch (replay.verdict()) {
          case SUPPORTS -> "the workload explains what was seen";
          case CONTRADICTS -> "what was seen is not explained: something else happens here";
          case TOO_THIN -> "too few arrays were sampled to tell";
        };
    return error.isEmpty()
        ? "fit: " + words
        : String.format(
            Locale.ROOT,
            "fit: arrays %.1f %% outside of what was seen; %s",
            100 * error.getAsDouble(),
            words);
  }
}
