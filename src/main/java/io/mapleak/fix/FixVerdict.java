package io.mapleak.fix;

import java.util.Locale;

/** What a comparison of growth before and after a change comes to. */
public enum FixVerdict {
  /** What grew does not grow any more. */
  FIXED,
  /** It still grows. */
  NOT_FIXED,
  /** The evidence allows both. */
  CANNOT_TELL;

  /** Name in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
