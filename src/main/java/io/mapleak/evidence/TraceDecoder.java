package io.mapleak.evidence;

import io.mapleak.pprof.Content;
import io.mapleak.pprof.FormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the heap out of an execution trace, batch by batch, and passes over all else:
 *
 * <pre>
 * "go 1.25 trace\0\0\0", then batches: code, generation, thread, time, size, events
 * each event: code, time since the one before, numbers (all varints but the code)
 * </pre>
 *
 * <p>Source: internal/trace/batch.go, batchcursor.go and generation.go, Go 1.22 to 1.27.
 */
final class TraceDecoder {
  private static final Pattern HEADER = Pattern.compile("^go 1\\.(\\d{1,3}) trace\0\0\0");

  private static final int HEADER_BYTES = 16;
  private static final int FIRST_BATCHED = 22;

  /** From this format on each generation ends with a mark. */
  private static final int ENDS_MARKED = 26;

  /** The newest format known; Go 1.27 still writes it. */
  private static final int NEWEST = 26;

  private static final String CURE =
      "record it again with curl -o trace.out HOST/debug/pprof/trace?seconds=10";

  private final Content content;
  private final int minor;
  private final byte[] data = new byte[TraceEvents.MOST_BATCH_BYTES];
  private final TraceGeneration generation = new TraceGeneration();
  private final TraceCurve curve = new TraceCurve();
  private final List<String> notes = new ArrayList<>();
  private long offset;
  private long current = -1;
  private int size;
  private int position;
  private int unknown;
  private boolean ended = true;

  private TraceDecoder(Content content, int minor) {
    this.content = content;
    this.minor = minor;
  }

  /** Whether a content begins like an execution trace of any release. */
  static boolean begins(Content content) {
    return HEADER.matcher(head(content)).find();
  }

  private static String head(Content content) {
    int size = Math.min(content.headSize(), HEADER_BYTES);
    return new String(content.head(), 0, size, StandardCharsets.ISO_8859_1);
  }

  /** Reads a trace to its end. */
  static Reading read(Content content) throws IOException {
    Matcher header = HEADER.matcher(head(content));
    if (!header.find()) {
      throw content.fault(0, null, "not an execution trace", CURE);
    }
    int minor = Integer.parseInt(header.group(1));
    if (minor < FIRST_BATCHED) {
      throw content.fault(
          0,
          null,
          "an execution trace of Go 1." + minor + ", whose format ended with Go 1.21",
          "give a gctrace log instead (GODEBUG=gctrace=1), or build with Go 1.22 or later");
    }
    return new TraceDecoder(content, minor).readAll();
  }

  private Reading readAll() throws IOException {
    content.skipNBytes(HEADER_BYTES);
    offset = HEADER_BYTES;
    boolean more = true;
    boolean cut = false;
    while (more) {
      try {
        more = batch();
      } catch (CutException e) {
        cut = true;
        more = false;
      }
    }
    if (cut || (minor >= ENDS_MARKED && !ended)) {
      notes.add("cut short at byte " + offset + ": the live heap is known until there");
    }
    generation.drain(curve);
    curve.endGeneration();
    if (!curve.isTimed()) {
      throw content.fault(offset, null, "no batch tells how fast its clock runs", CURE);
    }
    notes();
    return new Reading("trace", List.of(curve.heap(minor)), notes);
  }

  private void notes() {
    if (minor > NEWEST) {
      notes.add("written in a format newer than this tool knows (go 1." + minor + " trace)");
    }
    if (unknown > 0) {
      notes.add(unknown + " batches hold events of unknown kinds and were read up to these");
    }
    if (generation.dropped() > 0) {
      notes.add(generation.dropped() + " heap events beyond a million a generation are left out");
    }
  }

  /** The file ends inside a batch. */
  private static final class CutException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads one batch; false at the end. */
  private boolean batch() throws IOException {
    int code = content.read();
    if (code < 0) {
      return false;
    }
    long start = offset;
    offset++;
    ended = code == TraceEvents.END_OF_GENERATION;
    if (ended) {
      endGeneration();
      return true;
    }
    boolean experimental = code == TraceEvents.EXPERIMENTAL_BATCH;
    if (code != TraceEvents.EVENT_BATCH && !experimental) {
      throw damaged(start, "a batch can't begin with code " + code);
    }
    if (experimental) {
      next();
    }
    long number = varint();
    varint(); // thread
    long time = varint();
    long length = varint();
    if (length < 0 || length > data.length) {
      throw damaged(start, "a batch claims " + Long.toUnsignedString(length) + " bytes");
    }
    size = content.readNBytes(data, 0, (int) length);
    offset += size;
    if (size < length) {
      throw new CutException();
    }
    if (number != current) {
      endGeneration();
      current = number;
    }
    if (!experimental && size > 0) {
      position = 0;
      events(time, start);
    }
    return true;
  }

  private void endGeneration() {
    generation.drain(curve);
    curve.endGeneration();
  }

  private void events(long time, long start) throws IOException {
    switch (data[0]) {
      case TraceEvents.STACKS, TraceEvents.STRINGS, TraceEvents.CPU_SAMPLES -> {}
      case TraceEvents.FREQUENCY, TraceEvents.SYNC -> sync(time, start);
      default -> timed(time, start);
    }
  }

  private void sync(long time, long start) throws IOException {
    long at = time;
    while (position < size) {
      int code = data[position++];
      switch (code) {
        case TraceEvents.SYNC -> {}
        case TraceEvents.FREQUENCY -> curve.frequency(number(start));
        case TraceEvents.CLOCK_SNAPSHOT -> {
          at += number(start);
          number(start); // monotonic clock
          curve.clock(at, number(start), number(start));
        }
        default -> {
          unknown++;
          return;
        }
      }
    }
  }

  private void timed(long time, long start) throws IOException {
    long at = time;
    while (position < size) {
      int code = data[position++] & 0xff;
      int arguments = TraceEvents.arguments(code);
      if (arguments < 0) {
        unknown++;
        return;
      }
      at += number(start);
      long first = 0;
      for (int i = 0; i < arguments; i++) {
        long value = number(start);
        first = i == 0 ? value : first;
      }
      switch (code) {
        case TraceEvents.GC_BEGIN,
            TraceEvents.GC_END,
            TraceEvents.HEAP_ALLOC,
            TraceEvents.HEAP_GOAL ->
            generation.add(code, at, first);
        default -> {}
      }
    }
  }

  /** A varint of the current batch. */
  private long number(long start) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64 && position < size; shift += 7) {
      int b = data[position++];
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw damaged(start, "a batch ends inside a number");
  }

  /** A varint of a batch's head. */
  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = next();
      value |= (b & 0x7fL) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw damaged(offset, "a number has more than 64 bits");
  }

  private int next() throws IOException {
    int b = content.read();
    if (b < 0) {
      throw new CutException();
    }
    offset++;
    return b;
  }

  private FormatException damaged(long at, String problem) {
    return content.fault(at, null, problem, "the trace is damaged; " + CURE);
  }
}
