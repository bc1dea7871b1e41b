package io.mapleak.view;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;

/**
 * A place in code as a user names it: {@code FUNC:LINE}, {@code FILE:LINE}, or either without a
 * line. A name may lack what stands before a {@code /} or, for a function, before a {@code .}.
 *
 * @param name of a function or source file
 * @param line its line; 0: any
 */
public record CodeSpot(String name, long line) {
  /** Most digits of a line. */
  private static final int DIGITS = 9;

  /** Reads it; every text names something. */
  public static CodeSpot parse(String text) {
    int colon = text.lastIndexOf(':');
    String digits = text.substring(colon + 1);
    boolean numbered =
        colon > 0
            && digits.length() <= DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return numbered && !digits.isEmpty()
        ? new CodeSpot(text.substring(0, colon), Long.parseLong(digits))
        : new CodeSpot(text, 0);
  }

  /** Whether a line of a location is this place. */
  boolean matches(Profile profile, int lineIndex) {
    LocationTable locations = profile.locations();
    FunctionTable functions = profile.functions();
    int function = locations.function(lineIndex);
    return function >= 0
        && (line == 0 || locations.line(lineIndex) == line)
        && (endsWith(functions.name(function), "/.") || endsWith(functions.file(function), "/"));
  }

  private boolean endsWith(String whole, String separators) {
    int before = whole.length() - name.length() - 1;
    return whole.endsWith(name) && (before < 0 || separators.indexOf(whole.charAt(before)) >= 0);
  }
}
