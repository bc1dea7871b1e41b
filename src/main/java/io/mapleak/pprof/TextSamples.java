package io.mapleak.pprof;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.SampleTable;
import io.mapleak.profile.StackTable;
import java.util.Arrays;

/**
 * The samples of a text profile while it is read: values, stacks of location indexes, and the label
 * "bytes".
 */
final class TextSamples {
  private final Limits limits;
  private final LongList[] columns;
  private final IntList stackOf = new IntList(64);
  private final LongList blockSizes = new LongList(64);
  private final StackInterner stacks = new StackInterner();

  TextSamples(Limits limits, int types) {
    this.limits = limits;
    this.columns = new LongList[types];
    for (int i = 0; i < types; i++) {
      columns[i] = new LongList(64);
    }
  }

  /** Adds a location to the stack of the next sample, leaf first. */
  void push(TextLines lines, int location) throws FormatException {
    if (stacks.depth() == limits.stackDepth()) {
      throw lines.tooMuch(
          "has a stack of more than " + limits.stackDepth() + " locations", "--max-stack-depth");
    }
    stacks.push(location);
  }

  /** Ends a sample with its values, one for each type. */
  void add(TextLines lines, long blockSize, long... values) throws FormatException {
    if (stackOf.size == limits.samples()) {
      throw lines.tooMuch("has more than " + limits.samples() + " samples", "--max-samples");
    }
    stackOf.add(stacks.intern());
    if (stacks.frameCount() > limits.frames()) {
      throw lines.tooMuch(
          "has more than " + limits.frames() + " locations in its stacks", "--max-frames");
    }
    blockSizes.add(blockSize);
    for (int i = 0; i < columns.length; i++) {
      columns[i].add(values[i]);
    }
  }

  SampleTable table() {
    long[][] values = new long[columns.length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns[i].items;
    }
    return new SampleTable(stackOf.size, values, stackOf.items);
  }

  StackTable stacks() {
    return stacks.table();
  }

  LabelTable labels() {
    int size = stackOf.size;
    int[] starts = new int[size + 1];
    Arrays.setAll(starts, i -> i);
    String[] keys = new String[size];
    String[] empty = new String[size];
    Arrays.fill(keys, "bytes");
    Arrays.fill(empty, "");
    return new LabelTable(starts, keys, empty, blockSizes.items, empty);
  }
}
