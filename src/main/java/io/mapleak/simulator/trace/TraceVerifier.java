package io.mapleak.simulator.trace;

import static java.util.Objects.requireNonNull;

import io.mapleak.json.JsonException;
import io.mapleak.json.JsonObject;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.classic.ClassicMap;
import io.mapleak.simulator.swiss.SwissMap;
import io.mapleak.simulator.syncmap.HashTrieMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replays a recorded trace on the model of its release and compares every state, digest and byte
 * count. Only operations, keys and hashes are taken from the trace.
 */
public final class TraceVerifier {
  private static final int NO_KEY = -1;

  /** The operations that name a key: assign, delete, LoadOrStore. */
  private static final String KEYED = "ido";

  private static final String ALL = KEYED + "mcxrkg";

  /** Fields of a checkpoint before those of its design. */
  private static final String[] CHECKPOINT = {
    "AFTER", "DIGEST", "SHAPE", "BYTES", "MALLOCS", "LIVE", "OBJECTS"
  };

  private final String file;
  private final TraceLine line;
  private final RecordedHashes hashes;
  private final Subject subject;

  private long operations;
  private long checkpoints;
  private long mismatches;
  private @Nullable Mismatch first;
  private String operation = "";
  private final List<Mismatch.Field> differing = new ArrayList<>();

  private TraceVerifier(String file, TraceLine line, RecordedHashes hashes, Subject subject) {
    this.file = file;
    this.line = line;
    this.hashes = hashes;
    this.subject = subject;
  }

  /**
   * Compares one trace.
   *
   * @param file its name, for messages
   * @param in its text, decompressed
   * @throws TraceException where the trace is damaged
   */
  public static TraceResult verify(String file, InputStream in) throws IOException {
    TraceLine line = new TraceLine(file, in);
    TraceHeader header;
    try {
      header = TraceHeader.parse(line.header());
    } catch (JsonException e) {
      throw line.damaged(String.valueOf(e.getMessage()), "name a gomap-trace");
    } catch (TraceHeader.Unusable e) {
      throw line.damaged(String.valueOf(e.getMessage()), "record it from a map that has a model");
    }
    RecordedHashes hashes = new RecordedHashes(header.keys());
    try {
      TraceVerifier verifier = new TraceVerifier(file, line, hashes, subject(header, hashes));
      verifier.compareLayout(header.fields());
      return verifier.run();
    } catch (IllegalArgumentException e) {
      throw line.damaged(String.valueOf(e.getMessage()), "record it from a map that has a model");
    } catch (OutOfMemoryError e) {
      throw line.damaged(
          "the map does not fit into Java's memory", "give more with JAVA_TOOL_OPTIONS=-Xmx4g");
    }
  }

  private static Subject subject(TraceHeader header, RecordedHashes hashes) {
    return switch (header.design()) {
      case CLASSIC ->
          new ClassicSubject(
              ClassicMap.make(requireNonNull(header.type()), header.go(), header.hint(), hashes));
      case SWISS ->
          new SwissSubject(
              SwissMap.make(requireNonNull(header.type()), header.go(), header.hint(), hashes));
      case TRIE -> new TrieSubject(new HashTrieMap(header.go(), hashes));
    };
  }

  private void compareLayout(JsonObject fields) throws IOException {
    String[] names = subject.layoutNames();
    long[] layout = subject.layout();
    try {
      for (int i = 0; i < names.length; i++) {
        boolean truth = names[i].endsWith("Pointers");
        long recorded = truth ? (fields.flag(names[i]) ? 1 : 0) : fields.number(names[i]);
        compare(names[i], recorded, layout[i], false);
      }
    } catch (JsonException e) {
      throw line.damaged(String.valueOf(e.getMessage()), "name a gomap-trace");
    }
    endOfLine("header");
  }

  private TraceResult run() throws IOException {
    boolean ended = false;
    while (!ended) {
      if (!line.next()) {
        throw line.damaged("the end line is missing", "the trace was cut short; copy it again");
      }
      switch (line.kind()) {
        case '#' -> checkpoint();
        case 'E' -> {
          end();
          ended = true;
        }
        default -> operation();
      }
    }
    if (line.next()) {
      throw line.damaged("something follows the end line");
    }
    return new TraceResult(operations, checkpoints, mismatches, first);
  }

  private void operation() throws IOException {
    char op = line.kind();
    String[] names = subject.stateNames();
    if (ALL.indexOf(op) < 0) {
      throw line.damaged("there is no operation '" + op + "'", "name a trace of version 1");
    }
    if (line.count() != 2 + names.length) {
      throw line.damaged("an operation has " + line.count() + " fields, not " + (2 + names.length));
    }
    if ((op == 'm') != (operations == 0)) {
      throw line.damaged("m has to be the first operation, and only the first");
    }
    operations++;
    int key = key(op);
    long hash = line.field(1);
    if (key != NO_KEY) {
      hashes.record(key, hash);
    }
    if (op != 'm' && !subject.perform(op, key)) {
      throw line.damaged("there is no operation '" + op + "' on such a map");
    }
    operation = op + " " + key;
    long[] state = subject.state(hash);
    for (int i = 0; i < names.length; i++) {
      long recorded = line.field(2 + i);
      if (recorded != state[i] && !subject.isUnknown(i, recorded)) {
        compare(names[i], recorded, state[i], false);
      }
    }
    endOfLine(operation);
  }

  private int key(char op) throws IOException {
    long key = line.field(0);
    if (KEYED.indexOf(op) < 0 && key != NO_KEY) {
      throw line.damaged("operation '" + op + "' has no key, only " + NO_KEY + ", not " + key);
    }
    if (KEYED.indexOf(op) >= 0 && (key < 0 || key >= hashes.keys())) {
      throw line.damaged(
          "key " + key + " is out of range: the header has " + hashes.keys() + " keys");
    }
    return (int) key;
  }

  private void checkpoint() throws IOException {
    String[] names = subject.extraNames();
    if (line.count() != CHECKPOINT.length + names.length) {
      throw line.damaged("a checkpoint has " + line.count() + " fields");
    }
    if (line.field(0) != operations) {
      throw line.damaged(
          "the checkpoint says " + line.field(0) + " operations, there were " + operations);
    }
    checkpoints++;
    Heap heap = subject.map().heap();
    compare(CHECKPOINT[1], line.field(1), subject.digest(), true);
    compare(CHECKPOINT[2], line.field(2), subject.shape(), true);
    compare(CHECKPOINT[3], line.field(3), heap.totalAlloc(), false);
    compare(CHECKPOINT[4], line.field(4), heap.mallocs(), false);
    compare(CHECKPOINT[5], line.field(5), heap.live(), false);
    compare(CHECKPOINT[6], line.field(6), heap.objects(), false);
    long[] extra = subject.extra();
    for (int i = 0; i < extra.length; i++) {
      compare(names[i], line.field(CHECKPOINT.length + i), extra[i], false);
    }
    endOfLine("checkpoint after " + operation);
  }

  private void end() throws IOException {
    if (line.count() != 3) {
      throw line.damaged("the end line has " + line.count() + " fields, not 3");
    }
    if (line.field(0) != operations || line.field(1) != checkpoints) {
      throw line.damaged(
          "the end line says "
              + line.field(0)
              + " operations and "
              + line.field(1)
              + " checkpoints, there were "
              + operations
              + " and "
              + checkpoints);
    }
    compare("GCLIVE", line.field(2), subject.map().heap().live(), false);
    endOfLine("end");
  }

  private void compare(String name, long recorded, long simulated, boolean hex) {
    if (recorded != simulated) {
      differing.add(new Mismatch.Field(name, text(recorded, hex), text(simulated, hex)));
    }
  }

  private static String text(long value, boolean hex) {
    return hex ? HexFormat.of().toHexDigits(value) : Long.toString(value);
  }

  private void endOfLine(String what) {
    if (differing.isEmpty()) {
      return;
    }
    mismatches++;
    if (first == null) {
      first = new Mismatch(file, line.number(), operations, what, differing);
    }
    differing.clear();
  }
}
