package io.mapleak.analysis;

import io.mapleak.analysis.InputFiles.InputFile;
import io.mapleak.pprof.Limits;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Reads all inputs of a command and puts them in order. What an input is, is told by its content;
 * an input that can't be read is reported and the others are read all the same.
 */
public final class InputCollector {
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

  /**
   * Reads files, directories and {@code -}.
   *
   * @throws CancellationException where the thread is interrupted
   */
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

  /**
   * In turn, for the decoder itself inflates on a second thread; two files at once gained nothing.
   */
  private List<ReadInput> readAll(List<InputFile> files) {
    List<ReadInput> read = new ArrayList<>();
    for (InputFile file : files) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      read.add(reader.read(file));
      progress.read(read.size(), files.size(), file.path());
    }
    return read;
  }
}
