package io.mapleak.view;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sets of labels that samples have, each distinct one once; the order of keys is no matter. */
final class LabelSets {
  private record Label(String key, String text, long number, String unit) {
    boolean isNumber() {
      return text.isEmpty();
    }
  }

  private static final Comparator<Label> BY_KEY =
      Comparator.comparing(Label::isNumber).thenComparing(Label::key, Utf8Order::compare);

  private final Map<List<Label>, Integer> known = new HashMap<>();
  private final List<List<Label>> sets = new ArrayList<>();

  /** Index of the set of a sample's labels. */
  int intern(LabelTable labels, int sample) {
    List<Label> set = new ArrayList<>(2);
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      set.add(
          new Label(
              labels.key(label), labels.text(label), labels.number(label), labels.unit(label)));
    }
    set.sort(BY_KEY);
    Integer found = known.putIfAbsent(set, sets.size());
    if (found != null) {
      return found;
    }
    sets.add(set);
    return sets.size() - 1;
  }

  /** The labels of samples, given the set of each. */
  LabelTable table(int[] setOf) {
    int[] starts = new int[setOf.length + 1];
    for (int sample = 0; sample < setOf.length; sample++) {
      starts[sample + 1] = starts[sample] + sets.get(setOf[sample]).size();
    }
    LabelColumns columns = new LabelColumns(starts[setOf.length]);
    for (int set : setOf) {
      for (Label label : sets.get(set)) {
        columns.add(label.key, label.text, label.number, label.unit);
      }
    }
    return columns.table(starts);
  }
}
