package io.mapleak.pprof;

import io.mapleak.profile.Header;
import io.mapleak.profile.Profile;
import io.mapleak.profile.ValueType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text form of Java heaps: {@code --- heapz 1 ---}, attributes {@code name = value}, a
 * record {@code bytes objects @ numbers} for each stack, and a line {@code number function
 * (file:line)} for each location.
 */
final class JavaHeapDecoder {
  /** 512 KiB: the form does not say its sampling rate, google/pprof takes this one. */
  private static final long RATE = 512 << 10;

  private final TextLines lines;
  private final TextSamples samples;
  private final TextLocations locations;
  private final TextFunctions functions;
  private String unit = "";

  private JavaHeapDecoder(Content content, Limits limits) {
    this.lines = new TextLines(content);
    this.samples = new TextSamples(limits, 2);
    this.locations = new TextLocations(limits);
    this.functions = new TextFunctions(limits);
  }

  /** The profile of a content that begins as such a text. */
  static Decoded decode(Content content, Limits limits) throws IOException {
    JavaHeapDecoder decoder = new JavaHeapDecoder(content, limits);
    while (decoder.lines.next()) {
      String text = decoder.lines.text().strip();
      if (!text.isEmpty() && !text.startsWith("---")) {
        decoder.line(text);
      }
    }
    return decoder.result();
  }

  private void line(String text) throws FormatException {
    if (text.startsWith("0x")) {
      location();
    } else if (text.indexOf('=') >= 0 && text.indexOf('@') < 0) {
      attribute(text);
    } else {
      record();
    }
  }

  private void attribute(String text) throws FormatException {
    int equals = text.indexOf('=');
    String name = text.substring(0, equals).strip();
    String value = text.substring(equals + 1).strip();
    switch (name) {
      case "format" -> {
        if (!value.equals("java")) {
          throw lines.fault("the format is not 'java'");
        }
      }
      case "resolution" -> unit = value;
      default -> throw lines.fault("an unknown attribute");
    }
  }

  private void record() throws FormatException {
    TextCursor cursor = new TextCursor(lines);
    long bytes = cursor.number();
    long objects = cursor.number();
    cursor.expect("@");
    if (objects == 0) {
      throw lines.fault(bytes + " bytes in no objects");
    }
    while (!cursor.atEnd()) {
      samples.push(lines, locations.at(lines, cursor.address()));
    }
    double scale = SampledScale.of(objects, bytes, RATE);
    samples.add(lines, bytes / objects, (long) (objects * scale), (long) (bytes * scale));
  }

  private void location() throws FormatException {
    TextCursor cursor = new TextCursor(lines);
    int location = locations.find(cursor.address());
    if (location < 0 || locations.hasLines(location)) {
      return;
    }
    String text = cursor.rest();
    int open = text.endsWith(")") ? text.lastIndexOf('(') : -1;
    if (open < 1) {
      add(location, text.contains("generated stub/JIT") ? "STUB" : text, "", 0);
      return;
    }
    String name = text.substring(0, open).stripTrailing();
    String place = text.substring(open + 1, text.length() - 1);
    int colon = place.lastIndexOf(':');
    if (colon > 0 && isNumber(place, colon + 1)) {
      add(
          location,
          name,
          place.substring(0, colon),
          Math.max(0, Long.parseLong(place, colon + 1, place.length(), 10)));
    } else {
      add(location, name, place.substring(place.lastIndexOf('/') + 1), 0);
    }
  }

  private static boolean isNumber(String text, int from) {
    int start = text.startsWith("-", from) ? from + 1 : from;
    int digits = text.length() - start;
    for (int i = start; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return digits > 0 && digits <= 18;
  }

  private void add(int location, String name, String file, long number) throws FormatException {
    locations.addLine(lines, location, functions.index(lines, name, file), number);
  }

  private Decoded result() throws FormatException {
    if (unit.isEmpty()) {
      throw lines.fault("the attribute 'resolution' is missing");
    }
    int[] mappings = new int[locations.size()];
    Arrays.fill(mappings, -1);
    Profile profile =
        new Profile(
            new Header(new ValueType("", ""), 0, 0, 0, "", "", List.of(), "", ""),
            List.of(new ValueType("inuse_objects", "count"), new ValueType("inuse_space", unit)),
            samples.table(),
            samples.stacks(),
            samples.labels(),
            locations.table(mappings, false),
            functions.table(),
            new MemoryMap().table());
    return new Decoded(
        profile,
        Encoding.JAVA_TEXT,
        Optional.empty(),
        List.of(
            "raw counts were scaled by the sampling rate of "
                + RATE
                + " bytes that this form implies"));
  }
}
