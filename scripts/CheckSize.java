import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.syntax.Equality;
import io.mapleak.gomap.syntax.GoTypes;
import io.mapleak.gomap.syntax.TypeException;
import io.mapleak.gomap.syntax.TypeShape;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import io.mapleak.simulator.size.CostGroups;
import io.mapleak.simulator.size.SizedMap;
import io.mapleak.simulator.size.Sizing;
import io.mapleak.unit.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Compares what real maps weigh (JSON lines of {@code scripts/measure}) with what {@code mapleak size} says: {@code java
 * -cp JAR CheckSize.java AGAIN FILE...}; scripts/check-size calls it so. Every median has to lie in our range, and
 * within 1 % of our median. Where one does not, chance may be to blame: the file AGAIN then says what to measure more
 * often, as lines of a release and a number of entries, or the word syncmap.
 */
public final class CheckSize {
  /** How far the two medians may lie apart. */
  private static final double TOLERANCE = 0.01;

  /** Fewer kinds than these would prove little. */
  private static final int MIN_RELEASES = 6;

  private static final int MIN_TYPES = 6;
  private static final int MIN_ENTRY_COUNTS = 6;

  /** A median of samples misses that of all seeds by more than its ranks with this probability at most. */
  private static final double CHANCE = 0.02;

  private static final int SHOWN = 12;

  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(?:\"([^\"]*)\"|\\[([^\\]]*)\\]|([-0-9.e+]+|true|false))");

  /** What was measured, and what we say; bytes. */
  private record Line(Measured measured, long[] real, Interval ours) {
    boolean holds() {
      return inRange() && isNear();
    }

    long median() {
      return real[real.length / 2];
    }

    double off() {
      return (ours.best() - median()) / median();
    }

    boolean inRange() {
      return ours.low() <= median() && median() <= ours.high();
    }

    boolean isNear() {
      return Math.abs(off()) <= TOLERANCE;
    }

    /** Whether so few samples may have their median there by chance. */
    boolean isUnresolved() {
      int rank = 0;
      double tail = Math.scalb(1.0, -real.length);
      double term = tail;
      while (rank + 1 < real.length / 2 && 2 * (tail + term * (real.length - rank) / (rank + 1)) <= CHANCE) {
        term *= (double) (real.length - rank) / (rank + 1);
        tail += term;
        rank++;
      }
      return real[rank] <= ours.best() && ours.best() <= real[real.length - 1 - rank];
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "%-8s %-44s %11d %11.0f %+7.2f %%  [%.0f, %.0f]",
          measured.go,
          measured.what(),
          median(),
          ours.best(),
          100 * off(),
          ours.low(),
          ours.high());
    }
  }

  private final Map<String, Interval> known = new ConcurrentHashMap<>();
  private final TreeSet<String> releases = new TreeSet<>();
  private final TreeSet<String> types = new TreeSet<>();
  private final TreeSet<Long> entryCounts = new TreeSet<>();

  public static void main(String[] args) throws Exception {
    List<String> text = new ArrayList<>();
    for (String file : Arrays.asList(args).subList(1, args.length)) {
      text.addAll(Files.readAllLines(Path.of(file)));
    }
    System.exit(new CheckSize().check(text, Path.of(args[0])) ? 0 : 1);
  }

  private boolean check(List<String> text, Path again) throws IOException {
    Map<String, Measured> measured = new TreeMap<>();
    int wrongTypes = 0;
    int knownTypes = 0;
    for (String line : text) {
      Map<String, String> fields = fields(line);
      if (fields.containsKey("comparable")) {
        knownTypes++;
        wrongTypes += isAsInGo(fields) ? 0 : 1;
        continue;
      }
      Measured one = Measured.of(fields);
      measured.merge(one.go + " " + one.what(), one, Measured::and);
    }
    measured.values().forEach(this::note);
    List<Line> lines = measured.values().parallelStream().map(this::compare).toList();
    Files.write(again, lines.stream().filter(line -> !line.holds()).map(line -> line.measured().source()).distinct().toList());
    List<Line> worst = new ArrayList<>(lines);
    worst.sort(Comparator.comparingDouble((Line line) -> Math.abs(line.off())).reversed());
    System.out.printf("%-8s %-44s %11s %11s%n", "go", "worst", "real", "ours");
    worst.stream().limit(SHOWN).forEach(line -> System.out.println(line.row()));

    List<Line> outside = lines.stream().filter(line -> !line.inRange()).toList();
    List<Line> far = lines.stream().filter(line -> !line.isNear() && !line.isUnresolved()).toList();
    long unresolved = lines.stream().filter(line -> !line.isNear() && line.isUnresolved()).count();
    outside.forEach(line -> System.out.println("outside our range: " + line.row()));
    far.forEach(line -> System.out.println("more than 1 % off: " + line.row()));
    System.out.printf(
        "medians=%d releases=%d types=%d entry-counts=%d exact=%d within-1%%=%d too-few-samples-to-tell=%d"
            + " outside-range=%d off=%d%n",
        lines.size(),
        releases.size(),
        types.size(),
        entryCounts.size(),
        lines.stream().filter(line -> line.off() == 0).count(),
        lines.stream().filter(Line::isNear).count(),
        unresolved,
        outside.size(),
        far.size());
    System.out.printf("sizes of well-known types=%d wrong=%d%n", knownTypes, wrongTypes);
    boolean broad =
        releases.size() >= MIN_RELEASES && types.size() >= MIN_TYPES && entryCounts.size() >= MIN_ENTRY_COUNTS;
    if (!broad) {
      System.out.println("too few releases, types or entry counts to say that size holds");
    }
    return broad && wrongTypes == 0 && outside.isEmpty() && far.isEmpty();
  }

  /** Whether a type of the library has the size, alignment, pointers and equality that we say. */
  private static boolean isAsInGo(Map<String, String> fields) {
    String name = fields.get("type").replaceFirst("\\[.*", "");
    String real =
        fields.get("size") + " " + fields.get("align") + " " + fields.get("pointers") + " " + fields.get("comparable");
    String ours;
    try {
      TypeShape shape = GoTypes.standard().type(name);
      GoType type = shape.type();
      ours = type.size() + " " + type.align() + " " + type.pointers() + " " + (shape.equality() != Equality.NONE);
    } catch (TypeException e) {
      ours = String.valueOf(e.getMessage());
    }
    if (!ours.equals(real)) {
      System.out.println("go " + fields.get("go") + " " + name + ": real " + real + ", ours " + ours);
    }
    return ours.equals(real);
  }

  private void note(Measured measured) {
    if (measured.type != null) {
      releases.add(measured.go);
      types.add(measured.type);
      entryCounts.add(measured.entries);
    }
  }

  private Line compare(Measured measured) {
    return new Line(measured, Arrays.stream(measured.bytes).sorted().toArray(), ours(measured));
  }

  /** Releases that we say cost the same are asked once: real Go tells whether they do. */
  private Interval ours(Measured measured) {
    try {
      GoVersion go = measured.release();
      SizedMap map =
          measured.type == null
              ? new SizedMap.SyncMap()
              : new SizedMap.OfType(GoTypes.standard().map(measured.type));
      String question = CostGroups.name(map, go) + " " + measured.what();
      Interval cost = known.get(question);
      if (cost == null) {
        cost =
            measured.type == null
                ? SyncMapPatterns.allocated(go, measured.pattern, (int) measured.entries)
                : Sizing.of(map, go, measured.entries, measured.hint).bytes();
        known.put(question, cost);
      }
      return cost;
    } catch (TypeException e) {
      throw new IllegalArgumentException(measured.what(), e);
    }
  }

  /** Bytes of some real maps of one kind; a sync.Map has no type but the pattern of its use. */
  private record Measured(String go, String type, String pattern, long entries, long hint, long[] bytes) {
    static Measured of(Map<String, String> fields) {
      String pattern = fields.get("pattern");
      long hint = pattern != null ? 0 : Long.parseLong(fields.get("hint"));
      return new Measured(
          fields.get("go"),
          pattern != null ? null : "map[" + fields.get("key") + "]" + fields.get("elem"),
          pattern,
          Long.parseLong(fields.get(pattern != null ? "keys" : "entries")),
          hint == 0 ? Models.NO_HINT : hint,
          numbers(fields.get("bytes")));
    }

    Measured and(Measured other) {
      return new Measured(
          go, type, pattern, entries, hint, LongStream.concat(Arrays.stream(bytes), Arrays.stream(other.bytes)).toArray());
    }

    GoVersion release() {
      return GoVersion.of(Integer.parseInt(go.split("\\.")[1]));
    }

    /** What {@code scripts/measure} has to be asked for to measure this again. */
    String source() {
      return go + " " + (type == null ? "syncmap" : entries);
    }

    String what() {
      return type == null
          ? "sync.Map " + pattern + " " + entries
          : type + " " + entries + (hint == Models.NO_HINT ? "" : " hint " + hint);
    }
  }

  /** What filling a sync.Map allocates, by what follows each Store; as scripts/measure does it. */
  private static final class SyncMapPatterns {
    private static final int MISSING = Integer.MAX_VALUE / 2;
    private static final int RUNS = 301;

    /** Each Range copies the whole map up to Go 1.23, which leaves little to chance. */
    private static final int RUNS_WITH_RANGE = 9;

    static Interval allocated(GoVersion go, String pattern, int keys) {
      boolean copies = pattern.equals("store+range") && !go.atLeast(GoVersion.FIRST_SWISS);
      long[] bytes =
          LongStream.range(0, copies ? RUNS_WITH_RANGE : RUNS)
              .map(seed -> allocated(Models.syncMap(go, new SeededHashes(seed)), pattern, keys))
              .sorted()
              .toArray();
      return new Interval(bytes[0], bytes[bytes.length / 2], bytes[bytes.length - 1]);
    }

    private static long allocated(MapModel map, String pattern, int keys) {
      for (int key = 0; key < keys; key++) {
        map.assign(key);
        switch (pattern) {
          case "store" -> {}
          case "store+load-missing" -> map.lookup(MISSING);
          case "store+4-loads" -> {
            for (int i = 0; i < 4; i++) {
              map.lookup(key);
            }
          }
          case "store+range" -> map.range();
          default -> throw new IllegalArgumentException("no such pattern: " + pattern);
        }
      }
      return map.heap().totalAlloc();
    }
  }

  private static long[] numbers(String list) {
    return Arrays.stream(list.split(",")).mapToLong(Long::parseLong).toArray();
  }

  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new TreeMap<>();
    Matcher matcher = FIELD.matcher(line);
    while (matcher.find()) {
      for (int group = 2; group <= 4; group++) {
        if (matcher.group(group) != null) {
          fields.put(matcher.group(1), matcher.group(group));
        }
      }
    }
    return fields;
  }
}
