package io.mapleak.report;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.size.ArrayLife;
import io.mapleak.simulator.size.BlockCount;
import io.mapleak.simulator.size.MapCost;
import io.mapleak.simulator.size.SizeRow;
import io.mapleak.simulator.size.SizeTable;
import io.mapleak.simulator.size.SizedMap;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What maps cost, as JSON, CSV or Markdown. */
public final class SizeReport {
  private static final String SCHEMA = "mapleak.size/1";

  private static final String CSV_COLUMNS =
      "go,implementation,key,elem,entries,hint,slot_bytes,bytes_low,bytes,bytes_high,"
          + "bytes_per_entry,garbage_bytes,peak_bytes,slots,other_hint,other_bytes,"
          + "other_garbage_bytes";

  private SizeReport() {}

  /** The table as JSON, schema {@code mapleak.size/1}. */
  public static String json(SizeTable table) {
    return JsonOutput.document(
        json -> {
          json.text("schema", SCHEMA);
          json.text("type", typeName(table.map()));
          if (table.map() instanceof SizedMap.OfType map) {
            type(json, "key", map.type().key());
            type(json, "elem", map.type().elem());
          }
          json.objects("rows", table.rows(), row -> row(json, row));
        });
  }

  /** The map's type in Go. */
  static String typeName(SizedMap map) {
    return map instanceof SizedMap.OfType of
        ? "map[" + of.type().key().name() + "]" + of.type().elem().name()
        : "sync.Map";
  }

  private static void type(JsonOutput json, String name, GoType type) {
    json.object(
        name,
        () -> {
          json.text("type", type.name()).number("size", type.size()).number("align", type.align());
          json.truth("pointers", type.pointers()).truth("indirect", type.indirect());
        });
  }

  private static void row(JsonOutput json, SizeRow row) {
    MapCost cost = row.cost();
    json.text("go", cost.go().toString());
    json.text("releases", row.releases());
    json.text("implementation", cost.implementation().id());
    json.number("entries", cost.entries());
    hint(json, cost);
    json.number("slot_bytes", cost.slotBytes());
    json.wholeQuantity("bytes", cost.bytes(), true);
    json.quantity("bytes_per_entry", cost.bytesPerEntry());
    json.objects("blocks", cost.blocks(), block -> block(json, block));
    figures(json, cost);
    json.number("slots", cost.slotBytes() == null ? null : (Long) cost.slots());
    json.truth("growing", cost.growing());
    ArrayLife life = cost.life();
    if (life == null) {
      json.nothing("array_life");
    } else {
      json.object("array_life", () -> life(json, life));
    }
    MapCost other = row.other();
    if (other == null) {
      json.nothing("other");
    } else {
      json.object("other", () -> other(json, other));
    }
    json.number("runs", cost.runs());
  }

  private static void hint(JsonOutput json, MapCost cost) {
    json.number("hint", cost.hinted() ? (Long) cost.hint() : null);
  }

  private static void figures(JsonOutput json, MapCost cost) {
    json.wholeQuantity("allocated_bytes", cost.allocated(), true);
    json.whole("garbage_bytes", cost.garbage());
    json.wholeQuantity("peak_bytes", cost.peak(), true);
  }

  private static void block(JsonOutput json, BlockCount block) {
    json.number("bytes", block.bytes()).number("count", block.count());
  }

  private static void life(JsonOutput json, ArrayLife life) {
    json.object("worst", () -> end(json, life.worstAt(), life.worst()));
    json.object("best", () -> end(json, life.bestAt(), life.best()));
  }

  private static void end(JsonOutput json, long entries, double each) {
    json.number("entries", entries).number("bytes_per_entry", each);
  }

  private static void other(JsonOutput json, MapCost other) {
    hint(json, other);
    json.wholeQuantity("bytes", other.bytes(), true);
    json.quantity("bytes_per_entry", other.bytesPerEntry());
    figures(json, other);
  }

  /** The table as CSV (RFC 4180) with a line of names; what is not known is an empty field. */
  public static String csv(SizeTable table) {
    StringBuilder text = new StringBuilder(CSV_COLUMNS).append("\r\n");
    MapType type = table.map() instanceof SizedMap.OfType map ? map.type() : null;
    for (SizeRow row : table.rows()) {
      MapCost cost = row.cost();
      MapCost other = row.other();
      Interval each = cost.bytesPerEntry();
      List<String> fields =
          List.of(
              cost.go().toString(),
              cost.implementation().id(),
              type == null ? "any" : type.key().name(),
              type == null ? "any" : type.elem().name(),
              String.valueOf(cost.entries()),
              hint(cost),
              cost.slotBytes() == null ? "" : cost.slotBytes().toString(),
              whole(Math.floor(cost.bytes().low())),
              whole(cost.bytes().best()),
              whole(Math.ceil(cost.bytes().high())),
              each == null ? "" : String.format(Locale.ROOT, "%.2f", each.best()),
              whole(cost.garbage()),
              whole(cost.peak().best()),
              type == null ? "" : String.valueOf(cost.slots()),
              other == null ? "" : hint(other),
              other == null ? "" : whole(other.bytes().best()),
              other == null ? "" : whole(other.garbage()));
      Cells.csvRow(text, fields);
    }
    return text.toString();
  }

  /** The table as a Markdown table. */
  public static String markdown(SizeTable table) {
    StringBuilder text =
        new StringBuilder("| map | go | entries | hint | bytes | range | per entry | garbage |\n")
            .append("|---|---|--:|--:|--:|--:|--:|--:|\n");
    for (SizeRow row : table.rows()) {
      for (MapCost cost :
          row.other() == null ? List.of(row.cost()) : List.of(row.cost(), row.other())) {
        List<String> cells =
            List.of(
                typeName(table.map()),
                row.releases(),
                Figures.count((double) cost.entries()),
                cost.hinted() ? Figures.count((double) cost.hint()) : "none",
                Figures.count(cost.bytes().best()),
                Figures.countRange(cost.bytes()),
                each(cost.bytesPerEntry()),
                Figures.bytes(cost.garbage()));
        Cells.markdownRow(text, cells);
      }
    }
    return text.toString();
  }

  /** Bytes of one entry, to a tenth. */
  static String bytesEach(double each) {
    return String.format(Locale.ROOT, "%.1f", each) + Figures.JOIN + "B";
  }

  private static String each(@Nullable Interval each) {
    return each == null ? "" : bytesEach(each.best());
  }

  private static String hint(MapCost cost) {
    return cost.hinted() ? String.valueOf(cost.hint()) : "";
  }

  private static String whole(double value) {
    return String.valueOf(Math.round(value));
  }
}
