package io.mapleak.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a view shows, as exact values that can be written in any format. Immutable.
 *
 * @param schema name and version of the table, e.g. {@code mapleak.top/1}
 * @param head what holds for all rows: texts and numbers by name, in order
 * @param columns names of the columns
 * @param rows for each column a text, a number, or null where nothing is known
 */
public record Table(
    String schema,
    Map<String, Object> head,
    List<String> columns,
    List<List<@Nullable Object>> rows) {
  public Table {
    head = Collections.unmodifiableMap(new LinkedHashMap<>(head));
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copies = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("a row of " + row.size() + ", not " + columns.size());
      }
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copies);
  }

  /** The head of a view of one sample type. */
  static Map<String, Object> head(Selection selection) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("sample_type", selection.valueType().type());
    head.put("unit", selection.valueType().unit());
    head.put("total", selection.total());
    return head;
  }

  /** A part of a total in percent; null of nothing. */
  static @Nullable Double percent(long value, long total) {
    return total == 0 ? null : (Double) (100.0 * value / total);
  }
}
