package io.mapleak.view;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Utf8Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labels of samples as google/pprof's {@code raw} prints them: texts, then numbers. */
final class RawLabels {
  private static final String INDENT = "                ";

  private final LabelTable labels;

  RawLabels(LabelTable labels) {
    this.labels = labels;
  }

  /** Appends a sample's labels, none to two lines. */
  void write(StringBuilder text, int sample) {
    int start = labels.start(sample);
    int end = labels.end(sample);
    if (start == end) {
      return;
    }
    if (end == start + 1 && isNumber(start) && labels.unit(start).isEmpty()) {
      text.append(INDENT).append(labels.key(start)).append(":[").append(labels.number(start));
      text.append("]\n");
      return;
    }
    Map<String, List<String>> texts = new LinkedHashMap<>();
    Map<String, List<Integer>> numbers = new LinkedHashMap<>();
    for (int label = start; label < end; label++) {
      String key = labels.key(label);
      if (!labels.text(label).isEmpty()) {
        texts.computeIfAbsent(key, k -> new ArrayList<>()).add(labels.text(label));
      } else if (isNumber(label)) {
        numbers.computeIfAbsent(key, k -> new ArrayList<>()).add(label);
      }
    }
    List<String> lines = new ArrayList<>();
    texts.forEach((key, values) -> lines.add(key + ":[" + String.join(" ", values) + "]"));
    writeSorted(text, lines);
    lines.clear();
    numbers.forEach((key, values) -> lines.add(key + ":[" + numbers(values) + "]"));
    writeSorted(text, lines);
  }

  /** A number without value and unit is lost when pprof reads a profile. */
  private boolean isNumber(int label) {
    return labels.text(label).isEmpty()
        && (labels.number(label) != 0 || !labels.unit(label).isEmpty());
  }

  /** With their units where one of them has one. */
  private String numbers(List<Integer> values) {
    boolean units = values.stream().anyMatch(label -> !labels.unit(label).isEmpty());
    List<String> parts = new ArrayList<>();
    for (int label : values) {
      parts.add(labels.number(label) + (units ? " " + labels.unit(label) : ""));
    }
    return String.join(" ", parts);
  }

  private static void writeSorted(StringBuilder text, List<String> lines) {
    if (!lines.isEmpty()) {
      lines.sort(Utf8Order::compare);
      text.append(INDENT).append(String.join(" ", lines)).append('\n');
    }
  }
}
