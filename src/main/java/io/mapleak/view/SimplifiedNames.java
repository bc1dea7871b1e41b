package io.mapleak.view;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The function names that google/pprof shows for names that nobody demangled
 * (internal/symbolizer/symbolizer.go: demangleSingleFunction): what looks like C++ loses its
 * parameters. Generic Go functions look so too: {@code a.(*T).Do.F[...].func1} becomes {@code
 * a..Do.F[...].func1}.
 */
final class SimplifiedNames {
  private SimplifiedNames() {}

  static Profile of(Profile profile) {
    FunctionTable functions = profile.functions();
    String @Nullable [] names = null;
    for (int function = 0; function < functions.size(); function++) {
      String name = functions.name(function);
      String system = functions.systemName(function);
      if (name.isEmpty() || name.equals(system)) {
        String simple = simplify(system);
        if (!simple.equals(name)) {
          if (names == null) {
            names = namesOf(functions);
          }
          names[function] = simple;
        }
      }
    }
    return names == null ? profile : Fetched.withNames(profile, names);
  }

  private static String[] namesOf(FunctionTable functions) {
    String[] names = new String[functions.size()];
    for (int function = 0; function < names.length; function++) {
      names[function] = functions.name(function);
    }
    return names;
  }

  private static String simplify(String name) {
    return looksLikeCpp(name) ? without(without(name, '(', ')'), '<', '>') : name;
  }

  private static boolean looksLikeCpp(String name) {
    boolean signs =
        name.indexOf('[') >= 0
            || name.indexOf(']') >= 0
            || name.indexOf('<') >= 0
            || name.indexOf('>') >= 0
            || name.contains("::");
    return signs && !name.contains(".<") && !name.contains("]).");
  }

  /** The name without what stands in matching brackets; where they don't match, cut as far. */
  private static String without(String name, char open, char close) {
    StringBuilder left = new StringBuilder(name);
    int depth = 0;
    int first = 0;
    for (int i = 0; i < left.length(); i++) {
      char c = left.charAt(i);
      if (c == open) {
        if (depth++ == 0) {
          first = i;
        }
      } else if (c == close && --depth == 0) {
        left.delete(first, i + 1);
        i = first - 1;
      }
      if (depth < 0) {
        break;
      }
    }
    return left.toString();
  }
}
