package io.mapleak.simulator.trace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Finds and opens traces, gzip or plain. */
public final class TraceFiles {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;

  private TraceFiles() {}

  /**
   * The traces that a path means: itself, or in a directory all of {@code *.trace} and {@code
   * *.trace.gz}, also in its sub-directories, in the order of their names.
   *
   * @throws TraceException where there is nothing of that name, or no trace in it
   */
  public static List<Path> under(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new TraceException(path.toString(), 0, "no such file or directory", "name a trace");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> traces = files.filter(TraceFiles::isTrace).sorted().toList();
      if (traces.isEmpty()) {
        throw new TraceException(
            path.toString(), 0, "no *.trace or *.trace.gz in it", "name a directory of traces");
      }
      return traces;
    }
  }

  private static boolean isTrace(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.endsWith(".trace") || name.endsWith(".trace.gz")) && Files.isRegularFile(file);
  }

  /**
   * Compares one trace file.
   *
   * @throws TraceException where it is damaged
   */
  public static TraceResult verify(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return TraceVerifier.verify(file.toString(), in);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    in.mark(2);
    boolean gzip = in.read() == GZIP_1 && in.read() == GZIP_2;
    in.reset();
    if (!gzip) {
      return in;
    }
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (IOException e) {
      in.close();
      throw new TraceException(file.toString(), 0, "broken gzip header", "copy the trace again");
    }
  }
}
