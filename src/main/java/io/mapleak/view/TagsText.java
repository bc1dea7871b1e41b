package io.mapleak.view;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.Utf8Order;
import io.mapleak.unit.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values by label, equal to google/pprof's {@code tags} but for the signs of negative parts.
 * Numbers count together that print alike.
 */
public final class TagsText {
  private record Row(String value, String name) {}

  private static final Comparator<Map.Entry<String, Long>> BY_VALUE =
      Comparator.comparingLong((Map.Entry<String, Long> tag) -> -Math.abs(tag.getValue()))
          .thenComparing(Map.Entry::getKey, Utf8Order::compare);

  private final Amounts amounts;
  private final StringBuilder text = new StringBuilder();

  private TagsText(Amounts amounts) {
    this.amounts = amounts;
  }

  /** One block for each key, keys in order. */
  public static String of(Selection selection, ReportOptions options) {
    TagsText tags = new TagsText(Amounts.each(selection, options));
    sums(selection, options).forEach(tags::block);
    return tags.text.toString();
  }

  /** One row for each value of each key, with exact amounts. */
  public static Table table(Selection selection, ReportOptions options) {
    Amounts amounts = Amounts.each(selection, options);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    sums(selection, options)
        .forEach(
            (key, values) ->
                values.entrySet().stream()
                    .sorted(BY_VALUE)
                    .forEach(
                        tag ->
                            rows.add(
                                Arrays.asList(
                                    key,
                                    tag.getKey(),
                                    amounts.scaled(tag.getValue()),
                                    amounts.percent(tag.getValue())))));
    List<String> columns = List.of("key", "value", "amount", "percent");
    return new Table("mapleak.tags/1", Table.head(selection), columns, rows);
  }

  private static Map<String, Map<String, Long>> sums(Selection selection, ReportOptions options) {
    Map<String, Map<String, Long>> sums = new TreeMap<>(Utf8Order::compare);
    NumberUnits units = selection.units();
    Profile profile = selection.profile();
    LabelTable labels = profile.labels();
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      long value = profile.samples().value(sample, selection.type());
      for (int label = labels.start(sample); label < labels.end(sample); label++) {
        String key = labels.key(label);
        String tag = labels.text(label);
        if (tag.isEmpty()) {
          tag = Measurement.label(labels.number(label), units.of(key), options.unit());
        }
        sums.computeIfAbsent(key, k -> new HashMap<>()).merge(tag, value, Long::sum);
      }
    }
    return sums;
  }

  private void block(String key, Map<String, Long> values) {
    long sum = 0;
    List<Row> rows = new ArrayList<>();
    int width = 0;
    for (Map.Entry<String, Long> tag : values.entrySet().stream().sorted(BY_VALUE).toList()) {
      sum += tag.getValue();
      String value = amounts.label(tag.getValue()) + share(tag.getValue()) + ":";
      rows.add(new Row(value, tag.getKey()));
      width = Math.max(width, value.codePointCount(0, value.length()));
    }
    String total = amounts.label(amounts.total());
    text.append(' ').append(key).append(": Total ").append(amounts.label(sum));
    text.append(" of ").append(total).append(share(sum)).append('\n');
    int indent = key.codePointCount(0, key.length()) + 2;
    for (Row row : rows) {
      text.append(" ".repeat(indent));
      TopText.right(text, row.value, width + 1).append(' ').append(row.name).append('\n');
    }
    text.append('\n');
  }

  private String share(long value) {
    return amounts.total() > 0 ? " (" + amounts.share(value) + ")" : "";
  }
}
