package io.mapleak.pprof;

import io.mapleak.profile.Header;
import io.mapleak.profile.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The single fields of a profile and its sample types while they are read; strings are still
 * indexes.
 */
final class HeaderFields {
  private static final int DROP_FRAMES = 7;
  private static final int KEEP_FRAMES = 8;
  private static final int TIME_NANOS = 9;
  private static final int DURATION_NANOS = 10;
  private static final int PERIOD = 12;
  private static final int DEFAULT_SAMPLE_TYPE = 14;
  private static final int DOC_URL = 15;

  private final Content content;
  private final TableBudget budget;
  private final long[] fields = new long[DOC_URL + 1];
  private final int[] offsets = new int[DOC_URL + 1];
  private final LongList types = new LongList(8);
  private final LongList units = new LongList(8);
  private final IntList typeOffsets = new IntList(8);
  private final LongList comments = new LongList(4);
  private final IntList commentOffsets = new IntList(4);
  private long periodType;
  private long periodUnit;
  private int periodOffset;

  HeaderFields(Content content, TableBudget budget) {
    this.content = content;
    this.budget = budget;
  }

  int typeCount() {
    return types.size;
  }

  /** Reads a sample type, which ends at a position. */
  void sampleType(Wire wire, int end) throws IOException {
    int index = types.size;
    if (index == SampleColumns.MOST_TYPES) {
      throw content.invalid(
          wire.position(),
          "sample_type[" + index + "]",
          "the profile has more than " + index + " sample types");
    }
    typeOffsets.add(wire.position());
    wire.enter(Message.SAMPLE_TYPE, index);
    valueType(wire, end, types, units);
  }

  /** Reads the period type, which ends at a position; the last one counts. */
  void periodType(Wire wire, int end) throws IOException {
    periodOffset = wire.position();
    wire.enter(Message.PERIOD_TYPE, -1);
    LongList type = new LongList(1);
    LongList unit = new LongList(1);
    valueType(wire, end, type, unit);
    periodType = type.get(0);
    periodUnit = unit.get(0);
  }

  private static void valueType(Wire wire, int end, LongList types, LongList units)
      throws IOException {
    long type = 0;
    long unit = 0;
    for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
      switch (tag) {
        case 8 -> type = wire.varint();
        case 16 -> unit = wire.varint();
        default -> wire.skip(tag, end);
      }
    }
    types.add(type);
    units.add(unit);
    wire.leave();
  }

  /** Reads a single number; the last one counts, but a profile has one time. */
  void scalar(Wire wire, int field) throws IOException {
    long value = wire.varint();
    offsets[field] = wire.position();
    if (field == TIME_NANOS && fields[TIME_NANOS] != 0) {
      throw content.fault(
          wire.position(),
          wire.path(),
          "a second time: two profiles were joined into one file",
          "give each profile as a file of its own, or merge them with 'mapleak proto A B'");
    }
    fields[field] = value;
  }

  /** Reads one comment. */
  void comment(Wire wire) throws IOException {
    budget.take(wire);
    comments.add(wire.varint());
    commentOffsets.add(wire.position());
  }

  List<ValueType> sampleTypes(StringColumn strings) throws FormatException {
    String[] type = strings.get(types, typeOffsets, Message.SAMPLE_TYPE, 1);
    String[] unit = strings.get(units, typeOffsets, Message.SAMPLE_TYPE, 2);
    List<ValueType> found = new ArrayList<>(type.length);
    for (int i = 0; i < type.length; i++) {
      found.add(new ValueType(type[i], unit[i]));
    }
    return found;
  }

  Header header(StringColumn strings) throws FormatException {
    return new Header(
        new ValueType(
            strings.get(periodType, periodOffset, "period_type.type"),
            strings.get(periodUnit, periodOffset, "period_type.unit")),
        fields[PERIOD],
        fields[TIME_NANOS],
        fields[DURATION_NANOS],
        string(strings, DROP_FRAMES),
        string(strings, KEEP_FRAMES),
        List.of(strings.get(comments, commentOffsets, Message.PROFILE, 13)),
        string(strings, DEFAULT_SAMPLE_TYPE),
        string(strings, DOC_URL));
  }

  private String string(StringColumn strings, int field) throws FormatException {
    String name = Message.PROFILE.field(field);
    return strings.get(fields[field], offsets[field], name == null ? "" : name);
  }
}
