import io.mapleak.command.Mapleak;
import io.mapleak.command.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Runs mapleak's views in this process and google/pprof beside it, and compares the bytes: {@code java -cp JAR
 * CheckPprof.java PPROF WORK_FOLDER [--all] FOLDER...}; scripts/check-pprof calls it so.
 */
public final class CheckPprof {
  private static final int THREADS = 2;

  /** Every so many files, the further options are tried too: they cost ten runs of pprof each. */
  private static final int FURTHER_EVERY = 25;

  /** Stands for an error: what one refuses, the other must refuse too, in its own words. */
  private static final byte[] REFUSED = "(refused)".getBytes(StandardCharsets.UTF_8);

  private static final List<List<String>> FURTHER =
      List.of(
          List.of("top", "-sample_index=alloc_objects"),
          List.of("top", "-sample_index=alloc_space"),
          List.of("top", "-sample_index=inuse_objects"),
          List.of("top", "-inuse_space"),
          List.of("top", "-cum"),
          List.of("top", "-cum", "-nodecount=5"),
          List.of("top", "-nodecount=3", "-sample_index=0"),
          List.of("top", "-nodefraction=0.05", "-edgefraction=0.3"),
          List.of("top", "-trim=false", "-unit=kB"),
          List.of("top", "-compact_labels", "-unit=auto"));

  /** One comparison: a view with its options, of a profile. */
  private record Run(Path profile, List<String> view) {
    @Override
    public String toString() {
      return String.join(" ", view) + " " + profile;
    }
  }

  private final String pprof;
  private final Path work;

  private CheckPprof(String pprof, Path work) {
    this.pprof = pprof;
    this.work = work;
  }

  public static void main(String[] args) throws Exception {
    List<String> rest = new ArrayList<>(Arrays.asList(args).subList(2, args.length));
    boolean all = rest.remove("--all");
    List<Path> profiles = new ArrayList<>();
    for (String folder : rest) {
      try (Stream<Path> tree = Files.walk(Path.of(folder))) {
        tree.filter(Files::isRegularFile).filter(f -> isTaken(f, all)).sorted().forEach(profiles::add);
      }
    }
    Path work = Files.createDirectories(Path.of(args[1]));
    System.exit(new CheckPprof(args[0], work).compare(profiles) ? 0 : 1);
  }

  private static boolean isTaken(Path file, boolean all) {
    String name = file.getFileName().toString();
    boolean heap = all || name.startsWith("heap") || name.startsWith("allocs") || name.startsWith("parca");
    return (name.endsWith(".pb.gz") && heap) || name.endsWith(".pprof") || name.endsWith(".crash");
  }

  private boolean compare(List<Path> profiles) throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < profiles.size(); i++) {
      runs.add(new Run(profiles.get(i), List.of("top")));
      runs.add(new Run(profiles.get(i), List.of("raw")));
      if (i % FURTHER_EVERY == 0) {
        for (List<String> view : FURTHER) {
          runs.add(new Run(profiles.get(i), view));
        }
      }
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<String>> results = new ArrayList<>();
    for (Run run : runs) {
      results.add(threads.submit(() -> difference(run)));
    }
    int different = 0;
    for (int i = 0; i < runs.size(); i++) {
      String difference = results.get(i).get();
      if (!difference.isEmpty() && different++ == 0) {
        System.out.println("first difference: mapleak " + runs.get(i) + "\n" + difference);
      }
    }
    threads.shutdown();
    System.out.printf("profiles=%d runs=%d different=%d%n", profiles.size(), runs.size(), different);
    return different == 0 && !profiles.isEmpty();
  }

  private String difference(Run run) throws Exception {
    byte[] theirs = pprof(run);
    byte[] ours = mapleak(run);
    int at = Arrays.mismatch(theirs, ours);
    return at < 0 ? "" : "  pprof   " + line(theirs, at) + "\n  mapleak " + line(ours, at);
  }

  private byte[] pprof(Run run) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(pprof, "-" + run.view.get(0)));
    command.addAll(run.view.subList(1, run.view.size()));
    command.add(run.profile.toAbsolutePath().toString());
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    // no binary of this machine may lend its symbols
    builder.environment().putAll(Map.of("TZ", "UTC", "HOME", work.toString(), "PPROF_BINARY_PATH", work.toString()));
    Process process = builder.start();
    process.getOutputStream().close();
    byte[] text = process.getInputStream().readAllBytes();
    int code = process.waitFor();
    return code == 0 ? text : REFUSED;
  }

  private static byte[] mapleak(Run run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintWriter out = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    List<String> args = new ArrayList<>(run.view);
    args.add(run.profile.toString());
    Surroundings surroundings =
        new Surroundings(InputStream.nullInputStream(), false, false, StandardCharsets.UTF_8, Map.of("TZ", "UTC"));
    PrintWriter messages = new PrintWriter(OutputStream.nullOutputStream());
    int code = Mapleak.run(surroundings, "check", out, messages, args);
    return code == 0 ? bytes.toByteArray() : REFUSED;
  }

  /** The line around a position, with its number. */
  private static String line(byte[] text, int at) {
    int start = at;
    while (start > 0 && text[start - 1] != '\n') {
      start--;
    }
    int end = at;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    int number = 1;
    for (int i = 0; i < start; i++) {
      number += text[i] == '\n' ? 1 : 0;
    }
    return "line " + number + ": " + new String(text, start, end - start, StandardCharsets.UTF_8);
  }
}
