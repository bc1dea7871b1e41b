package io.mapleak.view;

import com.google.re2j.Pattern;
import io.mapleak.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each line has in use beside what it ever allocated. Immutable.
 *
 * @param rows lines with most in use first
 * @param total all lines together
 * @param seconds the time in which objects were counted for their age; NaN: not known
 */
public record Survival(List<Row> rows, HeapSums total, double seconds) {
  /**
   * One line of code.
   *
   * @param place the line
   * @param sums what it has in use and what it allocated
   * @param allocated objects that it allocated in the time of {@link Survival#seconds}
   */
  public record Row(CodePlace place, HeapSums sums, long allocated) {}

  public Survival {
    rows = List.copyOf(rows);
  }

  /**
   * Compares two moments of one process.
   *
   * @param newest the profile whose lines are shown
   * @param oldest an earlier one; null: the begin of the process, when nothing was allocated yet
   * @param seconds between them; NaN when not known
   * @param focus only lines whose function or file matches; null: all
   * @throws UnknownSampleTypeException when one of them is no heap profile
   */
  public static Survival of(
      Profile newest, @Nullable Profile oldest, double seconds, @Nullable Pattern focus)
      throws UnknownSampleTypeException {
    Map<CodePlace, HeapSums> now = byLine(newest);
    Map<CodePlace, HeapSums> before = oldest == null ? Map.of() : byLine(oldest);
    HeapSums total = HeapSums.NOTHING;
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<CodePlace, HeapSums> line : now.entrySet()) {
      CodePlace place = line.getKey();
      total = total.plus(line.getValue());
      if (focus == null
          || focus.matcher(place.function()).find()
          || focus.matcher(place.file()).find()) {
        HeapSums then = before.getOrDefault(place, HeapSums.NOTHING);
        long allocated = line.getValue().allocObjects() - then.allocObjects();
        rows.add(new Row(place, line.getValue(), allocated));
      }
    }
    rows.sort(
        Comparator.comparingLong((Row row) -> -row.sums.inuseSpace())
            .thenComparingLong(row -> -row.sums.allocSpace())
            .thenComparing(Row::place));
    return new Survival(rows, total, seconds);
  }

  private static Map<CodePlace, HeapSums> byLine(Profile profile)
      throws UnknownSampleTypeException {
    HeapTypes types = HeapTypes.of(profile);
    CodePlace[] leaves = new CodePlace[profile.stacks().size()];
    Map<CodePlace, HeapSums> sums = new HashMap<>();
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      int stack = profile.samples().stack(sample);
      if (leaves[stack] == null) {
        leaves[stack] = CodePlace.leaf(profile, stack);
      }
      sums.merge(leaves[stack], HeapSums.of(profile.samples(), sample, types), HeapSums::plus);
    }
    return sums;
  }

  /**
   * Mean age of a line's objects in seconds, by Little's law: those in use divided by the rate of
   * new ones. NaN where it is not known, or nothing was allocated in that time.
   */
  public double age(Row row) {
    return row.allocated <= 0 ? Double.NaN : row.sums.inuseObjects() * seconds / row.allocated;
  }

  /** The rows with exact values. */
  public Table table() {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("inuse_space", total.inuseSpace());
    head.put("alloc_space", total.allocSpace());
    List<List<@Nullable Object>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          Arrays.asList(
              row.place.function(),
              row.place.file(),
              row.place.line(),
              row.sums.inuseObjects(),
              row.sums.inuseSpace(),
              row.sums.allocObjects(),
              row.sums.allocSpace(),
              100 * row.sums.survival(),
              age(row)));
    }
    List<String> columns =
        List.of(
            "func",
            "file",
            "line",
            "inuse_objects",
            "inuse_space",
            "alloc_objects",
            "alloc_space",
            "survival_percent",
            "mean_age_seconds");
    return new Table("mapleak.survival/1", head, columns, cells);
  }

  /** The first rows only. */
  public Survival first(int count) {
    return new Survival(rows.subList(0, Math.min(count, rows.size())), total, seconds);
  }
}
