package io.mapleak.view;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import java.util.HashMap;
import java.util.Map;

/**
 * The units of numeric labels, one for each key: the first that is named, otherwise one made of the
 * key (profile/profile.go: NumLabelUnits). Immutable after build.
 */
final class NumberUnits {
  private final Map<String, String> units = new HashMap<>();

  private NumberUnits() {}

  static NumberUnits of(Profile profile) {
    NumberUnits found = new NumberUnits();
    LabelTable labels = profile.labels();
    int size = profile.samples().size();
    int end = size == 0 ? 0 : labels.end(size - 1);
    String key = "";
    String unit = "";
    for (int label = 0; label < end; label++) {
      boolean known = labels.key(label).equals(key) && labels.unit(label).equals(unit);
      if (labels.text(label).isEmpty() && !known) {
        key = labels.key(label);
        unit = labels.unit(label);
        String before = found.units.putIfAbsent(key, unit);
        if (before != null && before.isEmpty()) {
          found.units.put(key, unit);
        }
      }
    }
    found.units.replaceAll((name, named) -> named.isEmpty() ? ofKey(name) : named);
    return found;
  }

  private static String ofKey(String key) {
    return key.equals("alignment") || key.equals("request") ? "bytes" : key;
  }

  /** Unit of a key's numbers; empty for a key without any. */
  String of(String key) {
    return units.getOrDefault(key, "");
  }
}
