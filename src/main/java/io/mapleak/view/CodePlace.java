package io.mapleak.view;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.Utf8Order;
import java.util.Comparator;

/**
 * A line of code, exactly as a profile has it.
 *
 * @param function its function; empty where the profile has no symbols
 * @param file its source file
 * @param line its number; 0 when not said
 */
public record CodePlace(String function, String file, long line) implements Comparable<CodePlace> {
  private static final CodePlace UNKNOWN = new CodePlace("", "", 0);

  private static final Comparator<CodePlace> ORDER =
      Comparator.comparing(CodePlace::function, Utf8Order::compare)
          .thenComparing(CodePlace::file, Utf8Order::compare)
          .thenComparing(CodePlace::line);

  static CodePlace of(Profile profile, int lineIndex) {
    LocationTable locations = profile.locations();
    int function = locations.function(lineIndex);
    if (function < 0) {
      return UNKNOWN;
    }
    FunctionTable functions = profile.functions();
    return new CodePlace(
        functions.name(function), functions.file(function), locations.line(lineIndex));
  }

  /** The line that allocated: the innermost frame of a stack. */
  static CodePlace leaf(Profile profile, int stack) {
    if (profile.stacks().depth(stack) == 0) {
      return UNKNOWN;
    }
    int location = profile.stacks().locationAt(profile.stacks().start(stack));
    int line = profile.locations().lineStart(location);
    return line == profile.locations().lineEnd(location) ? UNKNOWN : of(profile, line);
  }

  @Override
  public int compareTo(CodePlace other) {
    return ORDER.compare(this, other);
  }
}
