package io.mapleak.view;

import io.mapleak.profile.LabelTable;

/** The columns of a label table that is made from another one. */
final class LabelColumns {
  private final String[] keys;
  private final String[] texts;
  private final long[] numbers;
  private final String[] units;
  private int size;

  LabelColumns(int labels) {
    keys = new String[labels];
    texts = new String[labels];
    numbers = new long[labels];
    units = new String[labels];
  }

  /** Number of labels so far. */
  int size() {
    return size;
  }

  void copy(LabelTable from, int label) {
    add(from.key(label), from.text(label), from.number(label), from.unit(label));
  }

  void add(String key, String text, long number, String unit) {
    keys[size] = key;
    texts[size] = text;
    numbers[size] = number;
    units[size++] = unit;
  }

  /**
   * The table; {@code starts} says where each sample's labels begin, and ends with their number.
   */
  LabelTable table(int[] starts) {
    return new LabelTable(starts, keys, texts, numbers, units);
  }
}
