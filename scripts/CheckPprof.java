import io.mapleak.command.Mapleak;
import io.mapleak.command.StandardOutput;
import io.mapleak.command.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Runs mapleak's views in this process and google/pprof beside it, and compares the bytes: {@code java -cp JAR
 * CheckPprof.java PPROF WORK_FOLDER SOURCES [--all] [--views[=VIEW,...]] [--digests=FILE] FOLDER...}; scripts/check-pprof
 * calls it so. SOURCES is the folder in which views look for sources of example.com/corpus. With --digests the outputs that are
 * equal go to a file as digests, for a test without Go.
 */
public final class CheckPprof {
  private static final int THREADS = 2;

  /** With --views each combination is tried on so many profiles, spread over all. */
  private static final int PROFILES_EACH = Integer.getInteger("check.each", 6);

  /** Pprof leaves some ties to the order of Go's maps, which changes from run to run. */
  private static final int TRIES = 6;

  /** Stands for an error: what one refuses, the other must refuse too, in its own words. */
  private static final byte[] REFUSED = "(refused)".getBytes(StandardCharsets.UTF_8);

  /** The views; a pattern is the argument of peek and list. */
  private static final List<String> VIEWS =
      List.of("top", "tree", "peek PATTERN", "traces", "tags", "comments", "raw", "list PATTERN", "dot", "callgrind", "proto");

  private static final List<String> PATTERNS = List.of("corpus|main", "(?i)put|add|get", "[a-m]\\.", "f.*");

  /** The options tried with every view; OTHER is another profile of the folder. */
  private static final List<String> OPTIONS =
      List.of(
          "",
          "-sample_index=alloc_objects",
          "-alloc_space -cum",
          "-inuse_objects -lines",
          "-sample_index=0 -nodecount=5 -addresses",
          "-files -nodefraction=0.05 -edgefraction=0.3",
          "-filefunctions -trim=false -unit=kB",
          "-cum -lines -nodecount=12",
          "-compact_labels -unit=auto -noinlines",
          "-addresses -noinlines -unit=bytes",
          "-lines -showcolumns -alloc_space",
          "-focus=(?i)map|put|cache|store",
          "-focus=corpus -ignore=runtime -sort=cum",
          "-ignore=\\.go$ -alloc_space",
          "-hide=runtime|^net/ -alloc_space -lines",
          "-show=corpus|main -alloc_objects",
          "-show_from=(?i)main|run|serve -alloc_space",
          "-prune_from=(?i)put|add|new|make -alloc_space -filefunctions",
          "-focus=nothing-matches-this",
          "-focus=^[a-z]{1,9}[./](?:[^/]*/)*[a-zA-Z.()*]*(?:Put|Add|Get|Set|Do|New|Make|run|main)[a-zA-Z0-9]*$",
          "-tagfocus=bytes=1kb: -alloc_space",
          "-tagfocus=16b:4kb -relative_percentages",
          "-tagignore=:64kb -alloc_space",
          "-tagfocus=k.y,v -tagignore=request=v1",
          "-tagshow=request -taghide=k.*",
          "-taghide=bytes -sample_index=0",
          "-tagroot=request,bytes -alloc_space",
          "-tagleaf=bytes,k\u00e9y -nodecount=30",
          "-relative_percentages -focus=main|corpus -hide=main",
          "-divide_by=10 -alloc_space",
          "-divide_by=0.5 -unit=MB",
          "-trim_path=/srv/app:src -lines -alloc_space",
          "-source_path=/x/corpus:/y/runtime -lines -alloc_space",
          "-all_frames -cum",
          "OTHER",
          "OTHER -alloc_space -lines",
          "-base=OTHER",
          "-base=OTHER -drop_negative -alloc_space",
          "-base=OTHER -normalize -lines",
          "-diff_base=OTHER",
          "-diff_base=OTHER -normalize -cum -unit=MB",
          "-diff_base=OTHER -focus=main|corpus -nodefraction=0.1");

  private static final List<String> QUICK = List.of("top", "raw");

  /** How two outputs stand to each other. */
  private enum Verdict {
    EQUAL,
    /** Equal but for the signs of negative percentages, which pprof leaves out. */
    SIGNS,
    /** Pprof prints one text at one time and another at another, one of them ours. */
    UNSTEADY,
    DIFFERENT
  }

  /** One comparison: a view with its options, of a profile. */
  private record Run(Path profile, String view, List<String> options, List<String> more) {
    @Override
    public String toString() {
      return view + " " + String.join(" ", options) + " " + profile + " " + String.join(" ", more);
    }
  }

  /** A verdict with the first difference, and the digest of our output. */
  private record Result(Verdict verdict, String text, String digest) {}

  private final String pprof;
  private final Path work;
  private final String sources;
  private final List<String> digests = new ArrayList<>();

  private CheckPprof(String pprof, Path work, String sources) {
    this.pprof = pprof;
    this.work = work;
    this.sources = sources;
  }

  public static void main(String[] args) throws Exception {
    List<String> rest = new ArrayList<>(Arrays.asList(args).subList(3, args.length));
    boolean all = rest.remove("--all");
    String views = rest.stream().filter(a -> a.startsWith("--views")).findFirst().orElse("");
    rest.remove(views);
    String digests = rest.stream().filter(a -> a.startsWith("--digests=")).findFirst().orElse("");
    rest.remove(digests);
    List<Path> profiles = new ArrayList<>();
    for (String folder : rest) {
      try (Stream<Path> tree = Files.walk(Path.of(folder))) {
        tree.filter(Files::isRegularFile).filter(f -> isTaken(f, all)).sorted().forEach(profiles::add);
      }
    }
    if (profiles.isEmpty()) {
      System.err.println("check-pprof: no profile in " + String.join(", ", rest) + ": name folders with *.pb.gz");
      System.exit(2);
    }
    Path work = Files.createDirectories(Path.of(args[1]));
    CheckPprof check = new CheckPprof(args[0], work, args[2]);
    List<Run> runs = views.isEmpty() ? check.quick(profiles) : check.combinations(profiles, views);
    boolean equal = check.compare(profiles.size(), runs);
    if (!digests.isEmpty()) {
      Files.write(Path.of(digests.substring(digests.indexOf('=') + 1)), check.digests);
    }
    System.exit(equal ? 0 : 1);
  }

  private static boolean isTaken(Path file, boolean all) {
    String name = file.getFileName().toString();
    boolean heap = all || name.startsWith("heap") || name.startsWith("allocs") || name.startsWith("parca");
    return (name.endsWith(".pb.gz") && heap)
        || name.endsWith(".pprof")
        || name.endsWith(".crash")
        || name.endsWith(".heap")
        || name.endsWith(".growth");
  }

  /** Every profile under the plain views. */
  private List<Run> quick(List<Path> profiles) {
    List<Run> runs = new ArrayList<>();
    for (Path profile : profiles) {
      for (String view : QUICK) {
        runs.add(new Run(profile, view, List.of(), List.of()));
      }
    }
    return runs;
  }

  /** Every view with all options, each on a few profiles. */
  private List<Run> combinations(List<Path> profiles, String wanted) {
    Set<String> words = new TreeSet<>(List.of(wanted.substring(wanted.indexOf('=') + 1).split(",")));
    boolean every = wanted.indexOf('=') < 0;
    List<Run> runs = new ArrayList<>();
    int next = 0;
    int combination = 0;
    int leftOut = 0;
    for (String view : VIEWS) {
      for (String options : OPTIONS) {
        String pattern = PATTERNS.get(combination++ % PATTERNS.size());
        for (int i = 0; i < PROFILES_EACH; i++) {
          next = (next + 1 + i * (profiles.size() / PROFILES_EACH)) % profiles.size();
          boolean left = view.equals("proto") && !isSaved(profiles.get(next));
          leftOut += left ? 1 : 0;
          if (!left && (every || words.contains(view.split(" ")[0]))) {
            runs.add(run(profiles, next, view.replace("PATTERN", pattern), options));
          }
        }
      }
    }
    if (leftOut > 0) {
      System.out.println(
          "left out: proto of " + leftOut + " texts: pprof adds patterns of frames to drop to the old text forms, mapleak none");
    }
    return runs;
  }

  /** Whether a file holds a profile in protobuf form. */
  private static boolean isSaved(Path file) {
    String name = file.getFileName().toString();
    return !name.endsWith(".heap") && !name.endsWith(".growth");
  }

  private Run run(List<Path> profiles, int index, String view, String options) {
    Path profile = profiles.get(index);
    Path before = profiles.get(Math.max(0, index - 1));
    Path after = profiles.get(Math.min(profiles.size() - 1, index + 1));
    Path other = !before.equals(profile) && before.resolveSibling("").equals(profile.resolveSibling("")) ? before : after;
    List<String> words = new ArrayList<>();
    List<String> more = new ArrayList<>();
    for (String word : options.isEmpty() ? new String[0] : options.split(" ")) {
      (word.startsWith("OTHER") ? more : words).add(word.replace("OTHER", other.toString()));
    }
    if (view.startsWith("list") && !options.contains("_path")) {
      words.add("-source_path=" + sources);
      words.add("-trim_path=example.com/corpus");
    }
    return new Run(profile, view, words, more);
  }

  private boolean compare(int profiles, List<Run> runs) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Result>> results = new ArrayList<>();
    for (Run run : runs) {
      results.add(threads.submit(() -> result(run)));
    }
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    Set<String> combinations = new TreeSet<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      Result result = results.get(i).get();
      counts.merge(result.verdict, 1, Integer::sum);
      combinations.add(run.view + " " + String.join(" ", run.options).replaceAll("=/[^ ]*", "=FILE") + run.more.size());
      if (result.verdict == Verdict.DIFFERENT) {
        System.out.println("different: mapleak " + run + "\n" + result.text);
      } else {
        digests.add((result.digest + " " + run).strip().replaceAll(" +", " "));
      }
    }
    threads.shutdown();
    System.out.printf(
        "profiles=%d combinations=%d runs=%d equal=%d signs=%d unsteady=%d different=%d%n",
        profiles,
        combinations.size(),
        runs.size(),
        counts.getOrDefault(Verdict.EQUAL, 0),
        counts.getOrDefault(Verdict.SIGNS, 0),
        counts.getOrDefault(Verdict.UNSTEADY, 0),
        counts.getOrDefault(Verdict.DIFFERENT, 0));
    return counts.getOrDefault(Verdict.DIFFERENT, 0) == 0 && !runs.isEmpty();
  }

  private Result result(Run run) throws Exception {
    byte[] ours = mapleak(run);
    byte[] first = pprof(run);
    byte[] theirs = first;
    boolean varies = false;
    for (int i = 0; i < TRIES; i++) {
      if (Arrays.equals(theirs, ours)) {
        return new Result(i == 0 ? Verdict.EQUAL : Verdict.UNSTEADY, "", digest(run, ours));
      }
      if (Arrays.equals(unsigned(theirs), unsigned(ours))) {
        return new Result(i == 0 ? Verdict.SIGNS : Verdict.UNSTEADY, "", digest(run, ours));
      }
      theirs = pprof(run);
      varies |= !Arrays.equals(theirs, first);
    }
    if (varies && Arrays.equals(sorted(first), sorted(ours))) {
      return new Result(Verdict.UNSTEADY, "", digest(run, ours));
    }
    int at = Arrays.mismatch(first, ours);
    String lines = "  pprof   " + line(first, at) + "\n  mapleak " + line(ours, at);
    return new Result(Verdict.DIFFERENT, lines, "");
  }

  /**
   * The lines in an order of their own, without the numbers of nodes and what callgrind writes relative to the line
   * before: what is left of a text whose ties fall anyhow.
   */
  private static byte[] sorted(byte[] text) {
    String plain =
        new String(unsigned(text), StandardCharsets.UTF_8)
            .replaceAll("(N+|node)[0-9]+", "$1")
            .replaceAll("(?m)^(calls=0 )?([+-][0-9]+|0x[0-9a-f]+|\\*) ", "$1@ ")
            .replaceAll("(?m)^(ob|fl|fn)=.*", "")
            .replaceAll("(?m)^(c..?)=(\\([0-9]+\\))?(.*?)( \\[[0-9/]+\\])?$", "$1=");
    return plain.lines().filter(line -> !line.isEmpty()).sorted().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(Run run, byte[] output) throws Exception {
    byte[] text = run.view.equals("proto") || Arrays.equals(output, REFUSED) ? output : unsigned(output);
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(text);
    return Arrays.equals(output, REFUSED) ? "(refused)" : HexFormat.of().formatHex(sha).substring(0, 16);
  }

  /** The text without signs of percentages, and with one blank for several: a sign moves columns. */
  private static byte[] unsigned(byte[] text) {
    String plain = new String(text, StandardCharsets.UTF_8);
    return plain
        .replaceAll(" *-?([0-9.]+(e-[0-9]+)?%)", " $1")
        .replaceAll(" +", " ")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] pprof(Run run) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(pprof);
    command.add("-" + run.view.replaceFirst(" ", "="));
    for (String option : run.options) {
      command.add(
          option.startsWith("-sort=") || option.startsWith("-granularity=")
              ? "-" + option.substring(option.indexOf('=') + 1)
              : option);
    }
    command.add(run.profile.toString());
    command.addAll(run.more);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    // no binary of this machine may lend its symbols
    builder.environment().putAll(Map.of("TZ", "UTC", "HOME", work.toString(), "PPROF_BINARY_PATH", work.toString()));
    Process process = builder.start();
    process.getOutputStream().close();
    byte[] text = process.getInputStream().readAllBytes();
    int code = process.waitFor();
    return code == 0 ? plain(run, text) : REFUSED;
  }

  private static byte[] mapleak(Run run) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StandardOutput out = new StandardOutput(bytes);
    List<String> args = new ArrayList<>(List.of(run.view.split(" ", 2)));
    args.addAll(run.options);
    args.add(run.profile.toString());
    args.addAll(run.more);
    Surroundings surroundings =
        new Surroundings(InputStream.nullInputStream(), false, false, StandardCharsets.UTF_8, Map.of("TZ", "UTC"));
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int code = Mapleak.run(surroundings, "check", out, new PrintWriter(messages), args);
    if (code == 70) {
      return messages.toByteArray();
    }
    return code == 0 ? plain(run, bytes.toByteArray()) : REFUSED;
  }

  /** A packed profile is compared unpacked: how well it is packed is no matter. */
  private static byte[] plain(Run run, byte[] output) throws IOException {
    if (!run.view.equals("proto")) {
      return output;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(output))) {
      return in.readAllBytes();
    }
  }

  /** The line around a position, with its number. */
  private static String line(byte[] text, int at) {
    int start = Math.min(at, text.length);
    while (start > 0 && text[start - 1] != '\n') {
      start--;
    }
    int end = Math.min(at, text.length);
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    int number = 1;
    for (int i = 0; i < start; i++) {
      number += text[i] == '\n' ? 1 : 0;
    }
    return "line " + number + ": " + new String(text, start, Math.min(end - start, 600), StandardCharsets.UTF_8);
  }
}
