package io.mapleak.report;

import io.mapleak.unit.Figures;
import io.mapleak.view.HeapSums;
import io.mapleak.view.Survival;
import java.util.Locale;

/** What is in use beside what was ever allocated, for people. */
public final class SurvivalText {
  private static final String ROW = "%10s %9s %10s %11s %8s %8s  ";

  private SurvivalText() {}

  /**
   * The table.
   *
   * @param most rows; 0: all
   */
  public static String of(Survival survival, int most, TextStyle style) {
    TextLines lines = new TextLines(style);
    HeapSums total = survival.total();
    lines.wrapped(
        0,
        LadderText.bytes(total.inuseSpace())
            + " in use of "
            + LadderText.bytes(total.allocSpace())
            + " allocated: "
            + LadderText.survives(total)
            + " survives");
    String head =
        String.format(
            Locale.ROOT, ROW, "in use", "objects", "allocated", "objects", "survives", "age");
    StringBuilder text = new StringBuilder(lines.text());
    text.append(head).append("line\n");
    Survival shown = most == 0 ? survival : survival.first(most);
    for (Survival.Row row : shown.rows()) {
      HeapSums sums = row.sums();
      double age = survival.age(row);
      text.append(
          plain(
              String.format(
                  Locale.ROOT,
                  ROW,
                  LadderText.bytes(sums.inuseSpace()),
                  Figures.count(sums.inuseObjects()),
                  LadderText.bytes(sums.allocSpace()),
                  Figures.count(sums.allocObjects()),
                  LadderText.survives(sums),
                  age > 0 ? Figures.duration(age) : "-")));
      text.append(PlainText.of(row.place().function())).append(':').append(row.place().line());
      text.append('\n');
    }
    int more = survival.rows().size() - shown.rows().size();
    if (more > 0) {
      text.append(plain(Figures.count(more))).append(" more lines: -nodecount=0 shows all\n");
    }
    if (Double.isNaN(survival.seconds())) {
      text.append("age: give --uptime, or two dated profiles of the process\n");
    }
    return text.toString();
  }

  private static String plain(String text) {
    return text.replace(Figures.JOIN, ' ');
  }
}
