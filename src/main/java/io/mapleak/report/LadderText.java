package io.mapleak.report;

import io.mapleak.unit.Figures;
import io.mapleak.unit.Measurement;
import io.mapleak.view.HeapSums;
import io.mapleak.view.Ladder;
import java.util.List;
import java.util.Locale;

/** The block sizes of lines for people. */
public final class LadderText {
  private static final String BYTES = "bytes";

  private LadderText() {}

  /** One table for each line. */
  public static String of(List<Ladder> ladders, TextStyle style) {
    TextLines lines = new TextLines(style);
    boolean first = true;
    for (Ladder ladder : ladders) {
      if (!first) {
        lines.blank();
      }
      first = false;
      lines.site(ladder.place().function(), ladder.place().file(), ladder.place().line(), 0);
      if (!ladder.direct()) {
        lines.wrapped(2, "allocates nothing itself; these are the blocks of what it calls");
      }
      rungs(lines, ladder);
    }
    return lines.text();
  }

  private static void rungs(TextLines lines, Ladder ladder) {
    row(lines, "block", "step", "in use", "bytes", "allocated", "bytes", "survives");
    long before = 0;
    HeapSums total = new HeapSums(0, 0, 0, 0);
    for (Ladder.Rung rung : ladder.rungs()) {
      long size = rung.blockBytes();
      HeapSums sums = rung.sums();
      total = total.plus(sums);
      String step = before == 0 ? "" : String.format(Locale.ROOT, "x%.2f", (double) size / before);
      row(lines, size == 0 ? "not said" : bytes(size), step, sums);
      before = size;
    }
    if (ladder.rungs().size() > 1) {
      row(lines, "all", "", total);
    }
  }

  private static void row(TextLines lines, String block, String step, HeapSums sums) {
    row(
        lines,
        block,
        step,
        Figures.count(sums.inuseObjects()),
        bytes(sums.inuseSpace()),
        Figures.count(sums.allocObjects()),
        bytes(sums.allocSpace()),
        survives(sums));
  }

  private static void row(TextLines lines, Object... cells) {
    String row = String.format(Locale.ROOT, "%12s %6s %9s %10s %11s %10s %9s", cells);
    lines.sides(0, TextStyle.Ink.NONE, row, TextStyle.Ink.NONE, "");
  }

  /** As views print sizes: whoever compares with them must find the same figure. */
  static String bytes(long bytes) {
    return Measurement.label(bytes, BYTES, "auto");
  }

  /** The part that survives; a dash where nothing was allocated. */
  static String survives(HeapSums sums) {
    return Double.isNaN(sums.survival()) ? "-" : Figures.percent(sums.survival());
  }
}
