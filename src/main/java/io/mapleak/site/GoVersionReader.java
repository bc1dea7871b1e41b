package io.mapleak.site;

import io.mapleak.gomap.GoVersion;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Go release off a heap profile. The surest sign is the line at which runtime.main calls
 * main.main (runtime/proc.go), which moved with nearly every release; sync.Map's frames bound it; a
 * toolchain's own path in a file name says it outright.
 */
public final class GoVersionReader {
  /** Line of the call of main.main in runtime.main, by release (runtime/proc.go). */
  private static final Map<Long, GoVersion[]> MAIN_CALL =
      Map.of(
          250L, range(19, 20),
          267L, range(21, 21),
          271L, range(22, 22),
          272L, range(23, 23),
          283L, range(24, 24),
          285L, range(25, 25),
          290L, range(26, 26),
          302L, range(27, 27));

  private GoVersionReader() {}

  /** What the profile tells; without any sign the bounds are those of all releases modelled. */
  public static GoVersionReading read(Profile profile) {
    Bounds bounds = new Bounds();
    readStacks(profile, bounds);
    for (int function = 0; function < profile.functions().size(); function++) {
      readFunction(profile.functions().name(function), profile.functions().file(function), bounds);
    }
    return bounds.reading();
  }

  /** The user's word for it. */
  public static GoVersionReading given(GoVersion version) {
    return new GoVersionReading(version, version, version, "given by an option");
  }

  private static GoVersion[] range(int low, int high) {
    return new GoVersion[] {GoVersion.of(low), GoVersion.of(high)};
  }

  private static void readStacks(Profile profile, Bounds bounds) {
    StackTable stacks = profile.stacks();
    LocationTable locations = profile.locations();
    boolean[] seen = new boolean[locations.size()];
    for (int stack = 0; stack < stacks.size(); stack++) {
      int root = stacks.end(stack) - 1;
      for (int at = Math.max(stacks.start(stack) + 1, root - 1); at <= root; at++) {
        int location = stacks.locationAt(at);
        if (seen[location] || !isCallOf(profile, stacks.locationAt(at - 1), "main.main")) {
          continue;
        }
        seen[location] = true;
        int line = locations.lineStart(location);
        if (line < locations.lineEnd(location) && name(profile, line).equals("runtime.main")) {
          GoVersion[] versions = MAIN_CALL.get(locations.line(line));
          if (versions != null) {
            bounds.exactly(
                versions, "runtime.main calls main.main at proc.go:" + locations.line(line), true);
          }
        }
      }
    }
  }

  private static boolean isCallOf(Profile profile, int callee, String function) {
    int last = profile.locations().lineEnd(callee) - 1;
    return last >= profile.locations().lineStart(callee) && name(profile, last).equals(function);
  }

  private static void readFunction(String function, String file, Bounds bounds) {
    if (function.startsWith("internal/sync.") && function.contains("HashTrieMap")) {
      bounds.atLeast(GoVersion.FIRST_SWISS, "frames of internal/sync.HashTrieMap");
    } else if (function.startsWith("internal/runtime/maps.")) {
      bounds.atLeast(GoVersion.FIRST_SWISS, "frames of internal/runtime/maps");
    } else if (function.equals("sync.(*Map).dirtyLocked")
        || function.equals("sync.(*Map).missLocked")) {
      bounds.atMost(GoVersion.of(23), "frames of the older sync.Map");
    }
    GoVersion named = toolchain(file);
    if (named != null) {
      bounds.exactly(new GoVersion[] {named, named}, "the toolchain's path " + file, false);
    }
  }

  /**
   * The release in a path like {@code .../toolchain@v0.0.1-go1.26.8.linux-amd64/src/...} or {@code
   * .../go1.23.5/src/}.
   */
  private static @Nullable GoVersion toolchain(String file) {
    int src = file.indexOf("/src/");
    int at = file.indexOf("go1.");
    if (src < 0
        || at < 0
        || at > src
        || (at > 0 && Character.isLetterOrDigit(file.charAt(at - 1)))) {
      return null;
    }
    int end = at + 4;
    while (end < file.length() && Character.isDigit(file.charAt(end))) {
      end++;
    }
    if (end == at + 4 || end - at > 6) {
      return null;
    }
    return GoVersion.of(Integer.parseInt(file.substring(at + 4, end)));
  }

  private static String name(Profile profile, int line) {
    int function = profile.locations().function(line);
    return function < 0 ? "" : profile.functions().name(function);
  }

  /** What has been learnt so far. */
  private static final class Bounds {
    private GoVersion low = GoVersion.OLDEST;
    private GoVersion high = GoVersion.NEWEST;
    private @Nullable String exact;
    private @Nullable String bound;

    void exactly(GoVersion[] versions, String why, boolean strongest) {
      if (exact == null || strongest) {
        low = versions[0];
        high = versions[1];
        exact = why;
      }
    }

    void atLeast(GoVersion version, String why) {
      if (exact == null && version.atLeast(low)) {
        low = version;
        bound = why;
      }
    }

    void atMost(GoVersion version, String why) {
      if (exact == null && high.atLeast(version)) {
        high = version;
        bound = why;
      }
    }

    GoVersionReading reading() {
      String why = exact != null ? exact : bound != null ? bound : "no frame tells the release";
      return new GoVersionReading(low.equals(high) ? low : null, low, high, why);
    }
  }
}
