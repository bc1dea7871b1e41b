package io.mapleak.report;

import io.mapleak.replay.Replay;
import io.mapleak.replay.Variant;
import io.mapleak.unit.Figures;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A replayed site for people. */
public final class ReplayText {
  private static final String STEP = "  %-14s%20s%30s%11s%32s\n";
  private static final String CHANGE = "  %-22s%12s%12s%12s%12s  %s\n";

  private ReplayText() {}

  /** What was derived, how it fits, and what changes would save. */
  public static String of(Replay replay) {
    StringBuilder text = new StringBuilder();
    text.append(PlainText.of(replay.site().at().function()))
        .append("  ")
        .append(PlainText.of(TextLines.shortFile(replay.site().at().file())))
        .append(':')
        .append(replay.site().at().line())
        .append("\n\nworkload (--save FILE to edit it)\n");
    ReplayReport.workload(replay).lines().forEach(line -> text.append("  " + line + "\n"));
    text.append("\nreplayed on go" + replay.derived().go() + "\n");
    line(text, STEP, "profile", "arrays seen", "arrays", "live", "entries");
    int number = 1;
    for (Replay.Step step : replay.steps()) {
      line(
          text,
          STEP,
          ReplayReport.when(step, number++),
          ReplayReport.seen(step),
          ReplayReport.arrays(step),
          ReplayReport.live(step),
          ReplayReport.entries(step));
    }
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
