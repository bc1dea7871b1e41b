package io.mapleak.pprof;

/**
 * The input does not begin like any profile that {@link ProfileReader} knows. It need not be
 * damaged: a log beside the profiles is such a file, so a scan of a directory may skip it.
 */
public final class UnknownFormatException extends FormatException {
  private static final long serialVersionUID = 1L;

  /** Describes what the input looks like instead. */
  public UnknownFormatException(String file, String problem, String cure) {
    super(file, -1, false, null, problem, cure);
  }
}
