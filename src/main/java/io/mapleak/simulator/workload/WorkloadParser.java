package io.mapleak.simulator.workload;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.Models;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a workload:
 *
 * <pre>{@code
 * name        sessions of a shop       # what follows a # is for people
 * key         string
 * key-object  24                       # heap bytes behind each key
 * elem        *Session
 * elem-object 480
 * hint        1000
 * every       2h rebuild               # over all phases
 *
 * phase day for 8h
 *   insert   50/s
 *   update   200/s zipf 1.1
 *   lookup   500/s hot 10% 90% miss 5%
 *   lifetime 30m
 *   every 1h range
 *   at 6h delete 90%
 * }</pre>
 */
public final class WorkloadParser {
  private static final String HEADER_WORDS =
      "name, type, key, key-object, elem, elem-object, hint, maps, go, start, at, every or phase";
  private static final String PHASE_FORM = "phase NAME for TIME, e.g. phase day for 8h";
  private static final String BYTES_FORM =
      "a number of bytes, e.g. 480, or of several sizes what one is charged, e.g. mean 152";
  private static final String GO_FORM =
      "a Go release from " + GoVersion.OLDEST + " to " + GoVersion.NEWEST + ", e.g. go 1.26";
  private static final Pattern GO = Pattern.compile("1\\.(\\d{1,3})(?:\\.\\d+)?");

  /** Most maps of a workload: each has a model of its own. */
  static final int MAX_MAPS = 1_000_000;

  /** Largest size of an object behind a key or elem: 1 GB. */
  private static final long MAX_OBJECT = 1 << 30;

  /** Largest hint; larger maps have no model. */
  private static final long MAX_HINT = 100_000_000;

  private final String file;
  private final Map<String, Words> header = new HashMap<>();
  private final List<Phase> phases = new ArrayList<>();
  private @Nullable PhaseLines open;
  private final TypeLines types = new TypeLines();
  private final List<Words> eventLines = new ArrayList<>();
  private final List<String> definitions = new ArrayList<>();
  private String name = "";

  /** Of all phases, nanoseconds. */
  private long length;

  private long hint = Models.NO_HINT;
  private int maps = 1;
  private ObjectSize keyObject = ObjectSize.NONE;
  private ObjectSize elemObject = ObjectSize.NONE;
  private @Nullable GoVersion go;
  private @Nullable String start;

  private WorkloadParser(String file) {
    this.file = file;
  }

  /**
   * Reads a text.
   *
   * @param file name for messages
   * @throws WorkloadException at the first mistake
   */
  public static Workload parse(String file, String text) throws WorkloadException {
    List<String> lines = new ArrayList<>(text.lines().toList());
    WorkloadParser parser = new WorkloadParser(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = i == 0 ? withoutMark(lines.get(0)) : lines.get(i);
      parser.read(new Words(file, i + 1, line));
    }
    return parser.finish(Math.max(1, lines.size()));
  }

  /** The byte order mark that some editors put first. */
  private static String withoutMark(String line) {
    return line.startsWith("\ufeff") ? line.substring(1) : line;
  }

  private void read(Words words) throws WorkloadException {
    if (!words.hasNext()) {
      return;
    }
    if (words.skip("phase")) {
      beginPhase(words);
    } else if (open != null) {
      if (!open.read(words)) {
        String word = words.next();
        throw words.wrong(unknown(word), "a line of a phase begins with " + PhaseLines.WORDS);
      }
    } else if (words.peek().equals("at") || words.peek().equals("every")) {
      eventLines.add(words); // read when the length of the workload is known
    } else {
      readHeader(words);
    }
  }

  private static String unknown(String word) {
    return "'" + word + "' is not understood here";
  }

  private void beginPhase(Words words) throws WorkloadException {
    endPhase();
    String phase = words.next();
    if (phase.isEmpty() || phase.equals("for")) {
      throw words.wrong("the name of the phase is missing", PHASE_FORM);
    }
    if (!words.skip("for")) {
      words.next();
      throw words.wrong("the word 'for' is missing", PHASE_FORM);
    }
    long nanos = Quantities.duration(words);
    if (nanos == 0) {
      throw words.wrong("a phase takes time", PHASE_FORM);
    }
    length += nanos;
    if (length > Quantities.MAX_NANOS) {
      throw words.wrong("all phases together are longer than 100 years", "shorter ones");
    }
    words.end(PHASE_FORM);
    open = new PhaseLines(phase, nanos);
  }

  private void endPhase() {
    if (open != null) {
      phases.add(open.phase());
      open = null;
    }
  }

  private void readHeader(Words words) throws WorkloadException {
    if (words.skip("type")) {
      definitions.add(types.define(words));
      return;
    }
    String word = words.next();
    Words before = header.putIfAbsent(word, words);
    if (before != null) {
      throw words.wrong(
          "there is a second '" + word + "'", "one line of it; the first is " + before.line());
    }
    switch (word) {
      case "name" -> name = words.rest();
      case "key", "elem" -> {
        return; // the rest of the line is its type, which is read when both are known
      }
      case "key-object" -> keyObject = objectSize(words);
      case "elem-object" -> elemObject = objectSize(words);
      case "hint" -> hint = number(words, 0, MAX_HINT, "a number of entries, e.g. hint 1000");
      case "maps" -> maps = (int) number(words, 1, MAX_MAPS, "a number of maps, e.g. maps 12");
      case "go" -> go = goVersion(words);
      case "start" -> start = moment(words);
      default -> {
        header.remove(word);
        throw words.wrong(
            unknown(word), "a line before the first phase begins with " + HEADER_WORDS);
      }
    }
    words.end("nothing more in this line");
  }

  private static ObjectSize objectSize(Words words) throws WorkloadException {
    boolean mean = words.skip("mean");
    return new ObjectSize(number(words, 0, MAX_OBJECT, BYTES_FORM), mean);
  }

  private static long number(Words words, long least, long most, String form)
      throws WorkloadException {
    long number = Quantities.whole(words, form);
    if (number < least || number > most) {
      throw words.wrong("it is " + least + " to " + most, form);
    }
    return number;
  }

  private static GoVersion goVersion(Words words) throws WorkloadException {
    String word = words.next();
    Matcher matcher = GO.matcher(word);
    if (matcher.matches()) {
      GoVersion version = GoVersion.of(Integer.parseInt(matcher.group(1)));
      if (version.atLeast(GoVersion.OLDEST) && GoVersion.NEWEST.atLeast(version)) {
        return version;
      }
    }
    throw words.wrong("'" + word + "' is not known", GO_FORM);
  }

  private static String moment(Words words) throws WorkloadException {
    String word = words.next();
    try {
      return Instant.parse(word).toString();
    } catch (DateTimeException e) {
      throw words.wrong(
          "'" + word + "' is no moment", "RFC 3339 in UTC, e.g. start 2026-11-21T02:26:01Z");
    }
  }

  private Workload finish(int lastLine) throws WorkloadException {
    endPhase();
    Words end = new Words(file, lastLine, "");
    MapType type = types.map(header.get("key"), header.get("elem"), end);
    if (phases.isEmpty()) {
      throw end.wrong("there is no phase", PHASE_FORM);
    }
    return workload(type, end);
  }

  private Workload workload(MapType type, Words end) throws WorkloadException {
    List<Event> events = new ArrayList<>();
    for (Words line : eventLines) {
      events.add(EventLine.read(line, length));
    }
    OperationLimit.check(phases, events, length, end);
    Workload workload =
        new Workload(
            name, definitions, type, hint, maps, keyObject, elemObject, go, start, events, phases);
    types.checkKeys(workload, header.getOrDefault("key", end));
    return workload;
  }
}
