package io.mapleak.pprof;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.SampleTable;
import io.mapleak.profile.StackTable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a profile while they are read. This is the hot path: a big profile is samples for
 * nine tenths.
 *
 * <p>A location is still an id then: ids up to 2^31 stand in the stacks as they are, others as the
 * complement of their index in a table of wide ids.
 */
final class SampleColumns {
  /**
   * 64 types: Go's heap profiles have 4, merged or converted ones some ten; a sample costs 8 bytes
   * for each.
   */
  static final int MOST_TYPES = 64;

  private final Content content;
  private final Limits limits;
  private final LabelColumns labels;
  private final StackInterner stacks = new StackInterner();
  private final LongTable wideIds = new LongTable();
  private final long[] row = new long[MOST_TYPES];
  private final int[] run = new int[64]; // ids read at once
  private int[] stackOf;
  private int[] offsets;
  private long @Nullable [][] columns;
  private int size;
  private int mismatch = -1; // first sample with another number of values than the first one
  private int mismatchValues;

  SampleColumns(Content content, Limits limits, TableBudget budget) {
    this.content = content;
    this.limits = limits;
    this.stackOf = new int[Math.min(64, limits.samples())];
    this.offsets = new int[stackOf.length];
    this.labels = new LabelColumns(content, budget);
  }

  int size() {
    return size;
  }

  /** Reads one sample message, which ends at a position. */
  void read(Wire wire, int end) throws IOException {
    if (size == stackOf.length) {
      grow(wire.position());
    }
    offsets[size] = wire.position();
    labels.beginSample();
    wire.enter(Message.SAMPLE, size);
    int values = 0;
    for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
      switch (tag) {
        case 8 -> location(wire);
        case 10 -> {
          for (int last = wire.end(end); wire.more(last); ) {
            locations(wire, last);
          }
        }
        case 16 -> value(wire, values++);
        case 18 -> {
          for (int last = wire.end(end); wire.more(last); ) {
            value(wire, values++);
          }
        }
        case 26 -> labels.read(wire, wire.end(end));
        default -> wire.skip(tag, end);
      }
    }
    wire.leave();
    stackOf[size] = stacks.intern();
    if (stacks.frameCount() > limits.frames()) {
      throw content.tooMuch(
          "has more than " + limits.frames() + " locations in its stacks",
          "--max-frames",
          offsets[size],
          "sample[" + size + "].location_id");
    }
    keep(values);
    size++;
  }

  /** Reads at least one location of a packed field, which ends at a position. */
  private void locations(Wire wire, int end) throws IOException {
    int most = Math.min(run.length, limits.stackDepth() - stacks.depth());
    int count = wire.ids(run, most, end);
    stacks.push(run, count);
    if (count == 0) {
      location(wire);
    }
  }

  private void location(Wire wire) throws IOException {
    long id = wire.varint();
    if (stacks.depth() == limits.stackDepth()) {
      throw content.tooMuch(
          "has a stack of more than " + limits.stackDepth() + " locations",
          "--max-stack-depth",
          wire.position(),
          wire.path());
    }
    int narrow = (int) id;
    stacks.push(narrow == id && narrow > 0 ? narrow : ~wideIds.put(id));
  }

  private void value(Wire wire, int index) throws IOException {
    long value = wire.varint();
    if (index < MOST_TYPES) {
      row[index] = value;
    }
  }

  private void keep(int values) {
    long[][] into = columns;
    if (into == null) {
      into = new long[Math.min(values, MOST_TYPES)][stackOf.length];
      columns = into;
    }
    if (values != into.length) {
      if (mismatch < 0) {
        mismatch = size;
        mismatchValues = values;
      }
      return;
    }
    for (int i = 0; i < values; i++) {
      into[i][size] = row[i];
    }
  }

  private void grow(int position) throws FormatException {
    long values = (long) Limits.VALUES_PER_SAMPLE * limits.samples();
    int types = columns == null ? 1 : Math.max(1, columns.length);
    int most = (int) Math.min(limits.samples(), values / types);
    if (size >= most) {
      throw content.tooMuch(
          "has more than "
              + most
              + " samples"
              + (most < limits.samples() ? " of " + types + " values" : ""),
          "--max-samples",
          position,
          "sample[" + size + "]");
    }
    int capacity = Math.min(IntList.grown(size), most);
    stackOf = Arrays.copyOf(stackOf, capacity);
    offsets = Arrays.copyOf(offsets, capacity);
    if (columns != null) {
      for (int i = 0; i < columns.length; i++) {
        columns[i] = Arrays.copyOf(columns[i], capacity);
      }
    }
  }

  /** The samples; a fault when one has not exactly a value for each type. */
  SampleTable table(int types) throws FormatException {
    long[][] found = columns == null ? new long[types][0] : columns;
    if (found.length != types) {
      throw wrongCount(0, found.length, types);
    }
    if (mismatch >= 0) {
      throw wrongCount(mismatch, mismatchValues, types);
    }
    return new SampleTable(size, found, stackOf);
  }

  private FormatException wrongCount(int sample, int values, int types) {
    return content.invalid(
        offsets[sample],
        "sample[" + sample + "].value",
        "the sample has " + values + " values, the profile has " + types + " sample types");
  }

  LabelTable labels(StringColumn strings) throws FormatException {
    return labels.table(strings, offsets);
  }

  /** The stacks with their locations found; a fault when an id names none. */
  StackTable stacks(IdIndex locations) throws FormatException {
    int left = stacks.frameCount();
    for (int[] piece : stacks.pieces()) {
      int size = Math.min(left, piece.length);
      for (int i = locations.replace(piece, 0, size);
          i < size;
          i = locations.replace(piece, i + 1, size)) {
        int code = piece[i];
        int location = locations.find(code > 0 ? code : wideIds.key(~code));
        if (location < 0) {
          throw dangling(stacks.frameCount() - left + i, code > 0 ? code : wideIds.key(~code));
        }
        piece[i] = location;
      }
      left -= size;
    }
    return stacks.table();
  }

  private FormatException dangling(int frame, long id) {
    int stack = 0;
    while (stacks.start(stack + 1) <= frame) {
      stack++;
    }
    int sample = 0;
    while (stackOf[sample] != stack) {
      sample++;
    }
    return content.invalid(
        offsets[sample],
        "sample[" + sample + "].location_id[" + (frame - stacks.start(stack)) + "]",
        "no location has id " + Long.toUnsignedString(id));
  }
}
