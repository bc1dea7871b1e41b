package io.mapleak.report;

import io.mapleak.view.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Table} for scripts and for documents. */
public final class TableReport {
  /** Decimals of a fraction. */
  private static final int DECIMALS = 4;

  /** Decimals of a fraction that people read. */
  private static final int FEW_DECIMALS = 2;

  private TableReport() {}

  /** One object: the schema, the head, and {@code rows} as objects. */
  public static String json(Table table) {
    return JsonOutput.document(
        json -> {
          json.text("schema", table.schema());
          json.values(table.head());
          json.objects("rows", table.rows(), row -> json.values(named(table.columns(), row)));
        });
  }

  /** Comma-separated (RFC 4180) with a line of names; what is not known is an empty field. */
  public static String csv(Table table) {
    StringBuilder text = new StringBuilder(String.join(",", table.columns())).append("\r\n");
    for (List<@Nullable Object> row : table.rows()) {
      String line =
          row.stream()
              .map(cell -> Cells.csv(text(cell, DECIMALS)))
              .collect(Collectors.joining(","));
      text.append(line).append("\r\n");
    }
    return text.toString();
  }

  /** A Markdown table, numbers at the right. */
  public static String markdown(Table table) {
    StringBuilder text = new StringBuilder("|");
    table.columns().forEach(name -> text.append(' ').append(Cells.markdown(name)).append(" |"));
    text.append("\n|");
    for (int column = 0; column < table.columns().size(); column++) {
      text.append(isNumeric(table, column) ? "--:|" : "---|");
    }
    text.append('\n');
    for (List<@Nullable Object> row : table.rows()) {
      text.append('|');
      for (Object cell : row) {
        text.append(' ').append(Cells.markdown(text(cell, FEW_DECIMALS))).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static Map<String, @Nullable Object> named(
      List<String> columns, List<@Nullable Object> row) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      cells.put(columns.get(column), row.get(column));
    }
    return cells;
  }

  private static boolean isNumeric(Table table, int column) {
    return table.rows().stream().anyMatch(row -> row.get(column) instanceof Number);
  }

  private static String text(@Nullable Object cell, int decimals) {
    if (cell instanceof Double fraction) {
      return Double.isFinite(fraction)
          ? BigDecimal.valueOf(fraction).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
          : "";
    }
    return cell == null ? "" : cell.toString();
  }
}
