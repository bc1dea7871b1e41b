package io.mapleak.simulator.size;

import static java.util.Objects.requireNonNull;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.Models;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The costs of one map in several releases, with several numbers of entries.
 *
 * @param rows by entries, then hint, then release, as asked for
 */
public record SizeTable(SizedMap map, List<SizeRow> rows) {
  public SizeTable {
    rows = List.copyOf(rows);
  }

  private record Question(GoVersion go, long entries, long hint) {
    /** The same with a hint, or without. */
    Question other() {
      return new Question(go, entries, hint == Models.NO_HINT ? entries : Models.NO_HINT);
    }
  }

  /**
   * Finds all costs.
   *
   * @param releases none: the newest of each group that costs the same
   * @param hints none: no hint, and one of the number of entries beside it
   */
  public static SizeTable of(
      SizedMap map, List<GoVersion> releases, List<Long> entries, List<Long> hints) {
    List<GoVersion> asked = releases.isEmpty() ? CostGroups.newest(map) : releases;
    List<Question> questions = new ArrayList<>();
    for (long n : entries) {
      for (long hint : hints.isEmpty() ? List.of(Models.NO_HINT) : hints) {
        asked.forEach(go -> questions.add(new Question(go, n, hint)));
      }
    }
    Map<Question, MapCost> costs = costs(map, questions);
    List<SizeRow> rows = new ArrayList<>();
    for (Question question : questions) {
      MapCost cost = requireNonNull(costs.get(question));
      String name = CostGroups.name(map, question.go());
      rows.add(
          new SizeRow(
              releases.isEmpty() ? name : question.go().toString(),
              cost,
              costs.get(question.other())));
    }
    return new SizeTable(map, rows);
  }

  private static Map<Question, MapCost> costs(SizedMap map, List<Question> questions) {
    Set<Question> all = new LinkedHashSet<>(questions);
    if (!(map instanceof SizedMap.SyncMap)) {
      questions.forEach(question -> all.add(question.other()));
    }
    return all.parallelStream()
        .collect(
            Collectors.toConcurrentMap(
                question -> question, q -> Sizing.of(map, q.go(), q.entries(), q.hint())));
  }
}
