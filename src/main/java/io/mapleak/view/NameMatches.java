package io.mapleak.view;

import com.google.re2j.Pattern;
import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;

/**
 * What a pattern finds in a profile: a function by its name or source file, a binary by its path.
 * Each is asked once.
 */
final class NameMatches {
  /** Text without an operator of RE2, which is found faster without it. */
  private static final Pattern LITERAL = Pattern.compile("[-A-Za-z0-9_/ ]*");

  private final Pattern pattern;
  private final boolean literal;
  private final LocationTable locations;
  private final FunctionTable functions;
  private final byte[] ofFunctions; // 0 not asked yet, 1 no, 2 yes
  private final boolean[] ofMappings;

  NameMatches(Profile profile, Pattern pattern) {
    this.pattern = pattern;
    this.literal = pattern.flags() == 0 && LITERAL.matches(pattern.pattern());
    this.locations = profile.locations();
    this.functions = profile.functions();
    this.ofFunctions = new byte[functions.size()];
    MappingTable mappings = profile.mappings();
    this.ofMappings = new boolean[mappings.size()];
    for (int mapping = 0; mapping < ofMappings.length; mapping++) {
      ofMappings[mapping] = isFound(mappings.file(mapping));
    }
  }

  private boolean isFound(String text) {
    return literal ? text.contains(pattern.pattern()) : pattern.matcher(text).find();
  }

  /** Whether a line's function or its file matches. */
  boolean line(int line) {
    int function = locations.function(line);
    if (function < 0) {
      return false;
    }
    if (ofFunctions[function] == 0) {
      boolean found = isFound(functions.name(function)) || isFound(functions.file(function));
      ofFunctions[function] = (byte) (found ? 2 : 1);
    }
    return ofFunctions[function] == 2;
  }

  /** Whether a location's binary matches. */
  boolean binary(int location) {
    int mapping = locations.mapping(location);
    return mapping >= 0 && ofMappings[mapping];
  }

  /** Whether a location's binary or one of its lines matches. */
  boolean location(int location) {
    for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
      if (line(line)) {
        return true;
      }
    }
    return binary(location);
  }
}
