package io.mapleak.analysis;

import io.mapleak.analysis.InputFiles.InputFile;
import io.mapleak.pprof.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads all inputs of a command and puts them in order. What an input is, is told by its content;
 * an input that can't be read is reported and the others are read all the same.
 */
public final class InputCollector {
  /**
   * Bytes of all files from which two threads read them: below it takes longer to start the second
   * thread than it saves (8 MiB of packed profiles take about 0.4 s to decode).
   */
  private static final long PARALLEL_BYTES = 1 << 20;

  private final InputReader reader;
  private final Progress progress;

  /**
   * Prepares to read.
   *
   * @param limits what one profile may ask of the machine
   * @param standardInput what the argument {@code -} stands for
   * @param progress told of every input that is read
   */
  public InputCollector(Limits limits, InputStream standardInput, Progress progress) {
    this.reader = new InputReader(limits, standardInput);
    this.progress = progress;
  }

  /** Whether an argument is a URL, which {@link #collect} would take for a file. */
  public static boolean isUrl(String argument) {
    return InputFiles.isUrl(argument);
  }

  /** Reads files, directories and {@code -}. */
  public Series collect(List<String> arguments) {
    InputFiles files = new InputFiles(arguments);
    List<ReadInput> read = readAll(files.files());
    List<InputReport> failures = new ArrayList<>(files.failures());
    files.directories().forEach((directory, below) -> empty(directory, below, read, failures));
    return new SeriesBuilder().build(read, failures);
  }

  /** A directory in which nothing is recognised is an input that could not be read. */
  private static void empty(
      String directory, String below, List<ReadInput> read, List<InputReport> failures) {
    boolean any =
        read.stream()
            .filter(input -> input.file().directory().equals(directory))
            .anyMatch(input -> !input.kind().equals(ReadInput.UNKNOWN));
    if (!any) {
      String hint = below.isEmpty() ? "" : "; its sub-directories are not searched, e.g. " + below;
      failures.add(
          new InputReport(
              directory,
              "directory",
              null,
              0,
              InputReport.Status.FAILED,
              "holds no profile: name a directory that does" + hint));
    }
  }

  private List<ReadInput> readAll(List<InputFile> files) {
    return bytes(files) < PARALLEL_BYTES ? readInTurn(files) : readByTwo(files);
  }

  private List<ReadInput> readInTurn(List<InputFile> files) {
    List<ReadInput> read = new ArrayList<>();
    for (InputFile file : files) {
      read.add(reader.read(file));
      progress.read(read.size(), files.size(), file.path());
    }
    return read;
  }

  private List<ReadInput> readByTwo(List<InputFile> files) {
    ExecutorService threads = Executors.newFixedThreadPool(2, InputCollector::daemon);
    try {
      List<Future<ReadInput>> futures = new ArrayList<>();
      files.forEach(file -> futures.add(threads.submit(() -> reader.read(file))));
      List<ReadInput> read = new ArrayList<>();
      for (Future<ReadInput> future : futures) {
        read.add(future.get());
        progress.read(read.size(), files.size(), files.get(read.size() - 1).path());
      }
      return read;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading an input failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "mapleak-reader");
    thread.setDaemon(true);
    return thread;
  }

  private static long bytes(List<InputFile> files) {
    long bytes = 0;
    for (InputFile file : files) {
      try {
        Path path = Path.of(file.path());
        bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
      } catch (IOException e) {
        bytes += 0;
      }
    }
    return bytes;
  }
}
