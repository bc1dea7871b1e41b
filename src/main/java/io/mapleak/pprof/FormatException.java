package io.mapleak.pprof;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are not the profile they claim to be. The message is one line: {@code file: problem
 * (where): cure}.
 *
 * <p>Offsets count the bytes of the profile itself, that is after decompression.
 */
public class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long offset;
  private final @Nullable String fieldPath;
  private final String problem;
  private final String cure;

  /**
   * Describes one fault.
   *
   * @param file the name under which the input was opened
   * @param offset byte at which the fault was noticed, or -1
   * @param compressed whether {@code offset} counts decompressed bytes of a compressed file
   * @param fieldPath the field, e.g. {@code sample[12].location_id}, or the line of a text; null
   *     when none
   * @param problem what is wrong
   * @param cure what the user can do
   */
  public FormatException(
      String file,
      long offset,
      boolean compressed,
      @Nullable String fieldPath,
      String problem,
      String cure) {
    super(message(file, offset, compressed, fieldPath, problem, cure));
    this.file = file;
    this.offset = offset;
    this.fieldPath = fieldPath;
    this.problem = problem;
    this.cure = cure;
  }

  private static String message(
      String file,
      long offset,
      boolean compressed,
      @Nullable String fieldPath,
      String problem,
      String cure) {
    StringBuilder text = new StringBuilder(file).append(": ").append(problem);
    if (offset >= 0) {
      text.append(" (at byte ").append(offset);
      text.append(compressed ? " of the decompressed data" : "");
      text.append(fieldPath == null ? "" : ", ")
          .append(fieldPath == null ? "" : fieldPath)
          .append(')');
    } else if (fieldPath != null) {
      text.append(" (").append(fieldPath).append(')');
    }
    return text.append(": ").append(cure).toString();
  }

  /** Name of the input. */
  public String file() {
    return file;
  }

  /** Byte of the decompressed data at which the fault was noticed, or -1. */
  public long offset() {
    return offset;
  }

  /** The faulty field or line; null when the fault is in no single one. */
  public @Nullable String fieldPath() {
    return fieldPath;
  }

  /** What is wrong, without place and cure. */
  public String problem() {
    return problem;
  }

  /** What the user can do. */
  public String cure() {
    return cure;
  }
}
