package io.mapleak.pprof;

import io.mapleak.profile.Header;
import io.mapleak.profile.Profile;
import io.mapleak.profile.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads heap profiles in text form: a header, a record {@code n: b [n: b] @ addresses} for each
 * stack and block size, and perhaps a memory map. Values become as google/pprof makes them: scaled
 * where the form is sampled, addresses less 1 so that they lie in the call, the mean block size as
 * label "bytes".
 *
 * <p>Go writes the functions of a record on comment lines after it. They are used, which
 * google/pprof does not: such a record's stack is then what Go's protobuf form has, without the
 * runtime's frames around it.
 */
final class HeapTextDecoder {
  private final TextLines lines;
  private final Limits limits;
  private final HeapTextHeader header;
  private final TextSamples samples;
  private final TextLocations locations;
  private final TextFunctions functions;
  private final GoRecord record;
  private final MemStatsText memStats = new MemStatsText();
  private final MemoryMap map = new MemoryMap();
  private boolean inMap;

  private HeapTextDecoder(Content content, Limits limits) throws IOException {
    this.lines = new TextLines(content);
    this.limits = limits;
    do {
      if (!lines.next()) {
        throw lines.fault("the header line is missing");
      }
    } while (lines.text().isBlank());
    this.header = HeapTextHeader.read(lines);
    this.samples = new TextSamples(limits, header.types().size());
    this.locations = new TextLocations(limits);
    this.functions = new TextFunctions(limits);
    this.record = new GoRecord(locations, functions, samples);
  }

  /** The profile of a content that begins as such a text. */
  static Decoded decode(Content content, Limits limits) throws IOException {
    HeapTextDecoder decoder = new HeapTextDecoder(content, limits);
    while (decoder.lines.next()) {
      decoder.line();
    }
    decoder.record.end(decoder.lines);
    return decoder.result();
  }

  private void line() throws FormatException {
    String text = lines.text().strip();
    if (inMap) {
      map.add(lines);
    } else if (text.startsWith("#")) {
      comment(text);
    } else if (MemoryMap.beginsAt(text)) {
      inMap = true;
    } else if (!text.isEmpty()) {
      record.end(lines);
      record();
    }
  }

  private void comment(String text) throws FormatException {
    if (memStats.begun() || text.equals(MemStatsText.TITLE)) {
      memStats.add(lines, text);
    } else if (header.encoding() == Encoding.GO_TEXT) {
      record.symbol(lines);
    }
  }

  private void record() throws FormatException {
    TextCursor cursor = new TextCursor(lines);
    long inuseObjects = cursor.number();
    cursor.expect(":");
    long inuseBytes = cursor.number();
    cursor.expect("[");
    long allocObjects = cursor.number();
    cursor.expect(":");
    long allocBytes = cursor.number();
    cursor.expect("]");
    cursor.expect("@");
    check(inuseObjects, inuseBytes, "in use");
    check(header.alloc() ? allocObjects : 1, allocBytes, "allocated");
    long block = header.alloc() && allocObjects != 0 ? allocBytes / allocObjects : 0;
    block = inuseObjects != 0 ? inuseBytes / inuseObjects : block;
    double inuse = scale(inuseObjects, inuseBytes);
    double alloc = scale(allocObjects, allocBytes);
    long[] inuseValues = {(long) (inuseObjects * inuse), (long) (inuseBytes * inuse)};
    record.begin(
        block,
        header.alloc()
            ? new long[] {
              (long) (allocObjects * alloc),
              (long) (allocBytes * alloc),
              inuseValues[0],
              inuseValues[1]
            }
            : inuseValues);
    while (!cursor.atEnd()) {
      record.address(lines, cursor.address() - 1, limits);
    }
  }

  private void check(long objects, long bytes, String what) throws FormatException {
    if (objects == 0 && bytes != 0) {
      throw lines.fault(bytes + " bytes " + what + " in no objects");
    }
  }

  private double scale(long objects, long bytes) {
    return header.sampled() ? SampledScale.of(objects, bytes, header.rate()) : 1;
  }

  private Decoded result() {
    int[] mappings = map.assign(locations);
    Profile profile =
        new Profile(
            new Header(
                new ValueType("space", "bytes"), header.rate(), 0, 0, "", "", List.of(), "", ""),
            header.types(),
            samples.table(),
            samples.stacks(),
            samples.labels(),
            locations.table(mappings, true),
            functions.table(),
            map.table());
    return new Decoded(profile, header.encoding(), memStats.result(), notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (header.sampled() && header.rate() > 1) {
      notes.add("raw counts were scaled by the sampling rate of " + header.rate() + " bytes");
    }
    if (header.encoding() == Encoding.GO_TEXT && !memStats.ended()) {
      notes.add(
          "the runtime.MemStats at its end are "
              + (memStats.begun() ? "not complete" : "missing")
              + ", so it may be cut short: what is in use may be more");
    }
    if (record.cut() > 0) {
      notes.add(
          "frames without a name around the named ones were left out of "
              + record.cut()
              + " stacks");
    }
    return notes;
  }
}
