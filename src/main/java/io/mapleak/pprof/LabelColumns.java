package io.mapleak.pprof;

import io.mapleak.profile.LabelTable;
import java.io.IOException;

/** The labels of all samples while they are read; strings are still indexes. */
final class LabelColumns {
  private final Content content;
  private final TableBudget budget;
  private final IntList starts = new IntList(64);
  private final IntList keys = new IntList(64);
  private final IntList texts = new IntList(64);
  private final LongList numbers = new LongList(64);
  private final IntList units = new IntList(64);
  private int read; // labels read in this sample, also those that are not kept

  LabelColumns(Content content, TableBudget budget) {
    this.content = content;
    this.budget = budget;
  }

  /** Begins the next sample. */
  void beginSample() {
    starts.add(keys.size);
    read = 0;
  }

  /**
   * Reads one label message, which ends at a position. As google/pprof does, a label that has
   * neither text nor number nor unit is dropped, and one that has a text loses its number.
   */
  void read(Wire wire, int end) throws IOException {
    budget.take(wire);
    wire.enterInner(Message.LABEL, read++);
    int key = 0;
    int text = 0;
    long number = 0;
    int unit = 0;
    for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
      switch (tag) {
        case 8 -> key = stringIndex(wire);
        case 16 -> text = stringIndex(wire);
        case 24 -> number = wire.varint();
        case 32 -> unit = stringIndex(wire);
        default -> wire.skip(tag, end);
      }
    }
    if (text != 0 || number != 0 || unit != 0) {
      keys.add(key);
      texts.add(text);
      numbers.add(text == 0 ? number : 0);
      units.add(text == 0 ? unit : 0);
    }
    wire.leaveInner();
  }

  private int stringIndex(Wire wire) throws IOException {
    long index = wire.varint();
    if (index != (int) index) {
      throw content.invalid(
          wire.position(), wire.path(), "string index " + index + " is outside any string table");
    }
    return (int) index;
  }

  /**
   * The labels with their strings.
   *
   * @param offsets where in the file each sample stands
   */
  LabelTable table(StringColumn strings, int[] offsets) throws FormatException {
    starts.add(keys.size);
    String[] keyStrings = new String[keys.size];
    String[] textStrings = new String[keys.size];
    String[] unitStrings = new String[keys.size];
    for (int sample = 0; sample + 1 < starts.size; sample++) {
      for (int label = starts.get(sample); label < starts.get(sample + 1); label++) {
        if (!strings.has(keys.get(label))
            || !strings.has(texts.get(label))
            || !strings.has(units.get(label))) {
          throw beyond(strings, sample, label, offsets[sample]);
        }
        keyStrings[label] = strings.at(keys.get(label));
        textStrings[label] = strings.at(texts.get(label));
        unitStrings[label] = strings.at(units.get(label));
      }
    }
    return new LabelTable(
        starts.toArray(), keyStrings, textStrings, numbers.toArray(), unitStrings);
  }

  private FormatException beyond(StringColumn strings, int sample, int label, int offset) {
    String path = "sample[" + sample + "].label[" + (label - starts.get(sample)) + "].";
    if (!strings.has(keys.get(label))) {
      return strings.beyond(keys.get(label), offset, path + "key");
    }
    return strings.has(texts.get(label))
        ? strings.beyond(units.get(label), offset, path + "num_unit")
        : strings.beyond(texts.get(label), offset, path + "str");
  }
}
