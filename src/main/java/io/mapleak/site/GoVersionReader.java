package io.mapleak.site;

import io.mapleak.gomap.GoVersion;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Go release off a heap profile. The surest sign is the line at which a function of the
 * library calls another ({@link ReleaseCall}); sync.Map's frames bound the release, and a
 * toolchain's own path in a file name says it outright.
 */
public final class GoVersionReader {
  private GoVersionReader() {}

  /** What the profile tells; without any sign the bounds are those of all releases modelled. */
  public static GoVersionReading read(Profile profile) {
    Bounds bounds = new Bounds();
    readCalls(profile, bounds);
    for (int function = 0; function < profile.functions().size(); function++) {
      readFunction(profile.functions().name(function), profile.functions().file(function), bounds);
    }
    return bounds.reading();
  }

  /** The user's word for it. */
  public static GoVersionReading given(GoVersion version) {
    return new GoVersionReading(version, version, version, "given by an option");
  }

  private static void readCalls(Profile profile, Bounds bounds) {
    StackTable stacks = profile.stacks();
    LocationTable locations = profile.locations();
    List<List<ReleaseCall>> calls = callsFrom(profile);
    for (int stack = 0; stack < stacks.size(); stack++) {
      for (int at = stacks.start(stack) + 1; at < stacks.end(stack); at++) {
        for (ReleaseCall call : calls.get(stacks.locationAt(at))) {
          int callee = stacks.locationAt(at - 1);
          int last = locations.lineEnd(callee) - 1;
          if (last >= locations.lineStart(callee) && name(profile, last).equals(call.callee())) {
            bounds.exactly(call.low(), call.high(), call.why(), ReleaseCall.ALL.indexOf(call));
          }
        }
      }
    }
  }

  /** For each location the calls that its function and line may be. */
  private static List<List<ReleaseCall>> callsFrom(Profile profile) {
    LocationTable locations = profile.locations();
    List<List<ReleaseCall>> calls = new ArrayList<>();
    for (int location = 0; location < locations.size(); location++) {
      List<ReleaseCall> here = List.of();
      int line = locations.lineStart(location);
      if (line < locations.lineEnd(location)) {
        long number = locations.line(line);
        String function = name(profile, line);
        for (ReleaseCall call : ReleaseCall.ALL) {
          if (call.line() == number && call.caller().equals(function)) {
            here = List.of(call);
          }
        }
      }
      calls.add(here);
    }
    return calls;
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
      bounds.exactly(named, named, "the toolchain's path " + file, Bounds.PATH);
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

    /** Rank of a path, after all calls. */
    private static final int PATH = Integer.MAX_VALUE - 1;

    private int rank = Integer.MAX_VALUE;
    private @Nullable String exact;
    private @Nullable String bound;

    /** Takes the surest of all signs: the one of the lowest rank. */
    void exactly(GoVersion least, GoVersion most, String why, int rank) {
      if (rank < this.rank) {
        low = least;
        high = most;
        exact = why;
        this.rank = rank;
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
