package io.mapleak.command;

import io.mapleak.report.PlainText;
import io.mapleak.simulator.trace.Mismatch;
import io.mapleak.simulator.trace.TraceFiles;
import io.mapleak.simulator.trace.TraceResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code simulate --trace PATH --verify}: recorded traces against the models. */
final class TraceComparison {
  private final PrintWriter out;
  private final PrintWriter err;
  private TraceResult total = TraceResult.NONE;
  private boolean damaged;

  private TraceComparison(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Compares all traces and prints the first mismatch of each, and the total as last line. A
   * damaged one is named on {@code err}, the others are compared all the same.
   *
   * @return the exit code
   */
  static int run(List<Path> paths, PrintWriter out, PrintWriter err) {
    TraceComparison comparison = new TraceComparison(out, err);
    for (Path path : paths) {
      comparison.compareAll(path);
    }
    return comparison.close();
  }

  private void compareAll(Path path) {
    List<Path> files = new ArrayList<>();
    try {
      files.addAll(TraceFiles.under(path));
    } catch (IOException e) {
      damaged(path, e);
    }
    for (Path file : files) {
      try {
        TraceResult result = TraceFiles.verify(file);
        print(result);
        total = total.plus(result);
      } catch (IOException e) {
        damaged(file, e);
      }
    }
  }

  private void damaged(Path path, IOException fault) {
    damaged = true;
    String message = String.valueOf(fault.getMessage());
    String text = message.startsWith(path.toString()) ? message : path + ": " + fault;
    err.print("mapleak: " + PlainText.of(text) + "\n");
  }

  private void print(TraceResult result) {
    Mismatch mismatch = result.first();
    if (mismatch == null) {
      return;
    }
    StringBuilder text =
        new StringBuilder(
            "%s: line %d, operation %d (%s): %d of its lines differ, this is the first\n"
                .formatted(
                    mismatch.file(),
                    mismatch.line(),
                    mismatch.operation(),
                    mismatch.what(),
                    result.mismatches()));
    for (Mismatch.Field field : mismatch.fields()) {
      text.append(
          "  %-18s recorded %s, simulated %s\n"
              .formatted(field.name(), field.recorded(), field.simulated()));
    }
    out.print(text);
  }

  private int close() {
    out.print(
        "operations=%d checkpoints=%d mismatches=%d\n"
            .formatted(total.operations(), total.checkpoints(), total.mismatches()));
    out.flush();
    if (damaged) {
      return ExitCode.UNREADABLE;
    }
    return total.mismatches() == 0 ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
