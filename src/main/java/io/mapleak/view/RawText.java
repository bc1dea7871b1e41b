package io.mapleak.view;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.Header;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import io.mapleak.profile.ValueType;
import io.mapleak.unit.GoTime;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;

/**
 * Everything in a profile as text, equal to google/pprof's {@code raw} (profile/profile.go:
 * String).
 */
public final class RawText {
  /** Characters after which the text is handed on: a big profile gives hundreds of megabytes. */
  private static final int CHUNK = 1 << 15;

  private static final int VALUE_WIDTH = 10;
  private static final int ID_WIDTH = 6;

  /** Runes of the duration that are printed: pprof cuts the text itself to four. */
  private static final int DURATION_LENGTH = 4;

  private final Profile profile;
  private final Writer out;
  private final StringBuilder text = new StringBuilder(CHUNK + 4096);

  private RawText(Profile profile, Writer out) {
    this.profile = profile;
    this.out = out;
  }

  /**
   * Writes a profile.
   *
   * @param profile as {@link Fetched#of} returns it
   * @param zone in which the profile's time is told
   * @throws IOException what {@code out} throws
   */
  public static void write(Profile profile, Writer out, ZoneId zone) throws IOException {
    RawText raw = new RawText(profile, out);
    raw.header(zone);
    raw.samples();
    raw.locations();
    raw.mappings();
    out.append(raw.text);
  }

  private void header(ZoneId zone) {
    Header header = profile.header();
    for (String comment : header.comments()) {
      text.append("Comment: ").append(comment).append('\n');
    }
    if (!header.docUrl().isEmpty()) {
      text.append("Doc: ").append(header.docUrl()).append('\n');
    }
    ValueType period = header.periodType();
    text.append("PeriodType: ").append(period.type()).append(' ').append(period.unit());
    text.append("\nPeriod: ").append(header.period()).append('\n');
    if (header.timeNanos() != 0) {
      text.append("Time: ").append(GoTime.nanoseconds(header.timeNanos(), zone)).append('\n');
    }
    if (header.durationNanos() != 0) {
      String duration = GoTime.duration(header.durationNanos());
      int length = Math.min(DURATION_LENGTH, duration.length());
      text.append("Duration: ").append(duration, 0, length).append('\n');
    }
    StringBuilder types = new StringBuilder();
    for (ValueType type : profile.sampleTypes()) {
      types.append(type.type()).append('/').append(type.unit());
      types.append(type.type().equals(header.defaultSampleType()) ? "[dflt] " : " ");
    }
    text.append("Samples:\n").append(types.toString().strip()).append('\n');
  }

  private void samples() throws IOException {
    StackTable stacks = profile.stacks();
    LocationTable locations = profile.locations();
    RawLabels labels = new RawLabels(profile.labels());
    int types = profile.sampleTypes().size();
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      for (int type = 0; type < types; type++) {
        text.append(' ');
        padded(Long.toString(profile.samples().value(sample, type)), VALUE_WIDTH);
      }
      text.append(": ");
      int stack = profile.samples().stack(sample);
      for (int position = stacks.start(stack); position < stacks.end(stack); position++) {
        id(locations.id(stacks.locationAt(position)));
        text.append(' ');
      }
      text.append('\n');
      labels.write(text, sample);
      flushChunk();
    }
  }

  private void locations() throws IOException {
    LocationTable locations = profile.locations();
    text.append("Locations\n");
    for (int location = 0; location < locations.size(); location++) {
      padded(Long.toUnsignedString(locations.id(location)), ID_WIDTH);
      text.append(": ");
      hex(locations.address(location));
      text.append(' ');
      if (locations.mapping(location) >= 0) {
        text.append("M=");
        id(profile.mappings().id(locations.mapping(location)));
        text.append(' ');
      }
      text.append(locations.folded(location) ? "[F] " : "");
      int start = locations.lineStart(location);
      for (int line = start; line < locations.lineEnd(location); line++) {
        text.append(line == start ? "" : "             ");
        line(line);
      }
      if (start == locations.lineEnd(location)) {
        text.append('\n');
      }
      flushChunk();
    }
  }

  private void line(int line) {
    LocationTable locations = profile.locations();
    FunctionTable functions = profile.functions();
    int function = locations.function(line);
    if (function < 0) {
      text.append("??\n");
      return;
    }
    String name = functions.name(function);
    text.append(name).append(' ').append(functions.file(function));
    text.append(':').append(locations.line(line)).append(':').append(locations.column(line));
    text.append(" s=").append(functions.startLine(function));
    if (!name.equals(functions.systemName(function))) {
      text.append('(').append(functions.systemName(function)).append(')');
    }
    text.append('\n');
  }

  private void mappings() throws IOException {
    MappingTable mappings = profile.mappings();
    text.append("Mappings\n");
    for (int mapping = 0; mapping < mappings.size(); mapping++) {
      id(mappings.id(mapping));
      text.append(": ");
      hex(mappings.start(mapping));
      text.append('/');
      hex(mappings.limit(mapping));
      text.append('/');
      hex(mappings.offset(mapping));
      text.append(' ').append(mappings.file(mapping));
      text.append(' ').append(mappings.buildId(mapping)).append(' ');
      int flags = mappings.flags(mapping);
      text.append((flags & MappingTable.HAS_FUNCTIONS) != 0 ? "[FN]" : "");
      text.append((flags & MappingTable.HAS_FILENAMES) != 0 ? "[FL]" : "");
      text.append((flags & MappingTable.HAS_LINE_NUMBERS) != 0 ? "[LN]" : "");
      text.append((flags & MappingTable.HAS_INLINE_FRAMES) != 0 ? "[IN]" : "");
      text.append('\n');
      flushChunk();
    }
  }

  private void padded(String number, int width) {
    for (int i = number.length(); i < width; i++) {
      text.append(' ');
    }
    text.append(number);
  }

  private void id(long id) {
    if (id >= 0) {
      text.append(id);
    } else {
      text.append(Long.toUnsignedString(id));
    }
  }

  private void hex(long value) {
    text.append("0x").append(Long.toHexString(value));
  }

  private void flushChunk() throws IOException {
    if (text.length() >= CHUNK) {
      out.append(text);
      text.setLength(0);
    }
  }
}
