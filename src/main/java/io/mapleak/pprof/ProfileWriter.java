package io.mapleak.pprof;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.Header;
import io.mapleak.profile.LabelTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import io.mapleak.profile.Utf8Order;
import io.mapleak.profile.ValueType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes profiles in protobuf form, packed by gzip; unpacked, the bytes are those that google/pprof
 * writes (profile/encode.go). Strings are numbered in the order of their first use.
 */
public final class ProfileWriter {
  private final Profile profile;
  private final OutputStream out;
  private final Map<String, Long> strings = new LinkedHashMap<>();
  private final MessageBuffer field = new MessageBuffer();
  private final MessageBuffer message = new MessageBuffer();
  private final MessageBuffer inner = new MessageBuffer();

  private ProfileWriter(Profile profile, OutputStream out) {
    this.profile = profile;
    this.out = out;
    string("");
  }

  /**
   * Writes a profile, and ends the stream of gzip but doesn't close {@code out}.
   *
   * @throws IOException what {@code out} throws
   */
  public static void write(Profile profile, OutputStream out) throws IOException {
    GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 15);
    new ProfileWriter(profile, gzip).write();
    gzip.finish();
    out.flush();
  }

  private void write() throws IOException {
    for (ValueType type : profile.sampleTypes()) {
      valueType(type);
      flush(1);
    }
    samples();
    mappings();
    locations();
    functions();
    header();
  }

  /** Writes {@code message} as a field of the profile, and empties it. */
  private void flush(int number) throws IOException {
    field.clear();
    field.message(number, message);
    message.clear();
    out.write(field.bytes(), 0, field.size());
  }

  private long string(String text) {
    Long known = strings.get(text);
    if (known == null) {
      known = (long) strings.size();
      strings.put(text, known);
    }
    return known;
  }

  private void valueType(ValueType type) {
    message.number(1, string(type.type())).number(2, string(type.unit()));
  }

  private void samples() throws IOException {
    StackTable stacks = profile.stacks();
    LocationTable locations = profile.locations();
    long[] values = new long[profile.sampleTypes().size()];
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      int stack = profile.samples().stack(sample);
      long[] ids = new long[stacks.depth(stack)];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = locations.id(stacks.locationAt(stacks.start(stack) + i));
      }
      for (int type = 0; type < values.length; type++) {
        values[type] = profile.samples().value(sample, type);
      }
      message.numbers(1, ids, inner).numbers(2, values, inner);
      labels(sample);
      flush(2);
    }
  }

  /** Texts before numbers, either by key. */
  private void labels(int sample) {
    LabelTable labels = profile.labels();
    List<Integer> order = new ArrayList<>(2);
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      order.add(label);
    }
    if (order.size() > 1) {
      order.sort(
          Comparator.comparing((Integer label) -> labels.text(label).isEmpty())
              .thenComparing(labels::key, Utf8Order::compare));
    }
    for (int label : order) {
      inner.clear();
      inner.number(1, string(labels.key(label))).number(2, string(labels.text(label)));
      inner.number(3, labels.number(label)).number(4, string(labels.unit(label)));
      message.message(3, inner);
    }
  }

  private void mappings() throws IOException {
    MappingTable mappings = profile.mappings();
    for (int mapping = 0; mapping < mappings.size(); mapping++) {
      int flags = mappings.flags(mapping);
      message.number(1, mappings.id(mapping)).number(2, mappings.start(mapping));
      message.number(3, mappings.limit(mapping)).number(4, mappings.offset(mapping));
      message.number(5, string(mappings.file(mapping)));
      message.number(6, string(mappings.buildId(mapping)));
      message.flag(7, (flags & MappingTable.HAS_FUNCTIONS) != 0);
      message.flag(8, (flags & MappingTable.HAS_FILENAMES) != 0);
      message.flag(9, (flags & MappingTable.HAS_LINE_NUMBERS) != 0);
      message.flag(10, (flags & MappingTable.HAS_INLINE_FRAMES) != 0);
      flush(3);
    }
  }

  private void locations() throws IOException {
    LocationTable locations = profile.locations();
    FunctionTable functions = profile.functions();
    for (int location = 0; location < locations.size(); location++) {
      int mapping = locations.mapping(location);
      message.number(1, locations.id(location));
      message.number(2, mapping < 0 ? 0 : profile.mappings().id(mapping));
      message.number(3, locations.address(location));
      for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
        int function = locations.function(line);
        inner.clear();
        inner.number(1, function < 0 ? 0 : functions.id(function));
        inner.number(2, locations.line(line)).number(3, locations.column(line));
        message.message(4, inner);
      }
      message.flag(5, locations.folded(location));
      flush(4);
    }
  }

  private void functions() throws IOException {
    FunctionTable functions = profile.functions();
    for (int function = 0; function < functions.size(); function++) {
      message.number(1, functions.id(function)).number(2, string(functions.name(function)));
      message.number(3, string(functions.systemName(function)));
      message.number(4, string(functions.file(function)));
      message.number(5, functions.startLine(function));
      flush(5);
    }
  }

  private void header() throws IOException {
    Header header = profile.header();
    ValueType period = header.periodType();
    long drop = string(header.dropFrames());
    long keep = string(header.keepFrames());
    valueType(period);
    long[] comments = header.comments().stream().mapToLong(this::string).toArray();
    long preferred = string(header.defaultSampleType());
    long url = string(header.docUrl());
    for (String text : strings.keySet()) {
      field.clear();
      field.string(6, text);
      out.write(field.bytes(), 0, field.size());
    }
    field.clear();
    field.number(7, drop).number(8, keep);
    field.number(9, header.timeNanos()).number(10, header.durationNanos());
    if (message.size() > 0) {
      field.message(11, message);
    }
    field.number(12, header.period()).numbers(13, comments, inner);
    field.always(14, preferred).number(15, url);
    out.write(field.bytes(), 0, field.size());
  }
}
