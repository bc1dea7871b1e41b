package io.mapleak.view;

import com.google.re2j.Pattern;
import io.mapleak.profile.Profile;
import io.mapleak.profile.Utf8Order;
import io.mapleak.unit.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Functions with what each line of their source allocates, equal to google/pprof's {@code list} but
 * for the signs of negative parts (internal/report/source.go: printSource).
 */
public final class ListText {
  /** Lines shown before the first sample of a function, and after the last. */
  private static final int MARGIN = 5;

  private static final int WIDTH = 10;
  private static final int LINE_WIDTH = 6;

  private final Amounts amounts;
  private final SourceLines sources;
  private final StringBuilder text = new StringBuilder(1 << 12);

  private ListText(Amounts amounts, SourceLines sources) {
    this.amounts = amounts;
    this.sources = sources;
  }

  /**
   * The functions whose name matches, with the source lines around their samples.
   *
   * @throws NoMatchException when none does
   */
  public static String of(
      Selection selection, ReportOptions options, Pattern pattern, SourceLines sources)
      throws NoMatchException {
    ReportOptions byLine = options.untrimmed().by(Granularity.LINES);
    Profile profile = WithoutInlines.of(selection.profile(), byLine);
    FrameNodes frames = FrameNodes.of(profile, byLine, true);
    StackValues values = StackValues.of(profile, selection.type());
    Trimmed nodes = Trimmed.big(frames, NodeWeights.of(profile, frames, values), byLine);
    Map<String, Map<String, List<Rank>>> functions = new TreeMap<>(Utf8Order::compare);
    for (Rank node : nodes.shown()) {
      String name = node.key().name();
      if (functions.containsKey(name) || pattern.matcher(name).find()) {
        functions
            .computeIfAbsent(name, n -> new TreeMap<>(Utf8Order::compare))
            .computeIfAbsent(node.key().file(), f -> new ArrayList<>())
            .add(node);
      }
    }
    if (functions.isEmpty()) {
      throw new NoMatchException(pattern.pattern());
    }
    ListText list = new ListText(Amounts.each(selection, options), sources);
    list.text.append("Total: ").append(list.amounts.label(selection.total())).append('\n');
    functions.forEach(list::function);
    return list.text.toString();
  }

  private void function(String name, Map<String, List<Rank>> files) {
    files.remove("");
    if (files.isEmpty()) {
      text.append("No source information for ").append(name).append('\n');
    }
    files.forEach((file, nodes) -> routine(name, file, nodes));
  }

  private void routine(String name, String file, List<Rank> nodes) {
    text.append("ROUTINE ======================== ").append(name).append(" in ").append(file);
    text.append('\n');
    long flat = 0;
    long cum = 0;
    Map<Long, long[]> byLine = new TreeMap<>();
    long start = Long.MAX_VALUE;
    long end = 0;
    for (Rank node : nodes) {
      flat += node.flat();
      cum += node.cum();
      long line = node.key().line();
      long[] sums = byLine.computeIfAbsent(line, l -> new long[2]);
      sums[0] += node.flat();
      sums[1] += node.cum();
      long first = node.key().startLine();
      start = Math.min(start, first == 0 ? line - MARGIN : first);
      end = Math.max(end, line + MARGIN);
    }
    values(amounts.label(flat), amounts.label(cum));
    text.append(" (flat, cum) ");
    text.append(Measurement.signedPercentage(cum, amounts.total())).append(" of Total\n");
    lines(file, byLine, Math.max(1, start), end);
  }

  private void lines(String file, Map<Long, long[]> byLine, long start, long end) {
    if (start > end) {
      return; // samples without a line: pprof does not look for the file either
    }
    List<String> lines;
    try {
      lines = sources.of(file);
    } catch (IOException e) {
      text.append(" Error: ").append(e.getMessage()).append('\n');
      return;
    }
    for (long line = start; line <= Math.min(end, lines.size()); line++) {
      long[] sums = byLine.getOrDefault(line, new long[2]);
      values(amounts.labelOrDot(sums[0]), amounts.labelOrDot(sums[1]));
      TopText.right(text.append(' '), Long.toString(line), LINE_WIDTH).append(':');
      text.append(lines.get((int) line - 1)).append('\n');
    }
  }

  private void values(String flat, String cum) {
    TopText.right(text, flat, WIDTH).append(' ');
    TopText.right(text, cum, WIDTH);
  }
}
