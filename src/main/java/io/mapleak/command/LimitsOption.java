package io.mapleak.command;

import io.mapleak.pprof.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that raise or lower what one profile may ask of the machine. */
final class LimitsOption {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--max-decompressed-bytes",
      paramLabel = "N",
      description = "Largest profile after decompression (default: ${DEFAULT-VALUE}).")
  private long decompressedBytes = Limits.DEFAULT_DECOMPRESSED_BYTES;

  @Option(
      names = "--max-samples",
      paramLabel = "N",
      description = "Most samples of a profile (default: ${DEFAULT-VALUE}).")
  private int samples = Limits.DEFAULT_SAMPLES;

  @Option(
      names = "--max-stack-depth",
      paramLabel = "N",
      description = "Most locations of a stack (default: ${DEFAULT-VALUE}).")
  private int stackDepth = Limits.DEFAULT_STACK_DEPTH;

  @Option(
      names = "--max-string-bytes",
      paramLabel = "N",
      description = "Most bytes of all strings together (default: ${DEFAULT-VALUE}).")
  private long stringBytes = Limits.DEFAULT_STRING_BYTES;

  @Option(
      names = "--max-frames",
      paramLabel = "N",
      description = "Most locations of all stacks together (default: ${DEFAULT-VALUE}).")
  private int frames = Limits.DEFAULT_FRAMES;

  @Option(
      names = "--max-table-entries",
      paramLabel = "N",
      description = "Most functions, lines, labels and so on (default: ${DEFAULT-VALUE}).")
  private int tableEntries = Limits.DEFAULT_TABLE_ENTRIES;

  /** The limits; a usage error when one is out of bounds. */
  Limits limits() {
    try {
      return new Limits(decompressedBytes, samples, stackDepth, stringBytes, frames, tableEntries);
    } catch (IllegalArgumentException e) {
      if (spec == null) {
        throw e;
      }
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
