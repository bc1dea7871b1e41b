package io.mapleak.site;

import io.mapleak.gomap.GoVersion;
import java.util.List;

/**
 * A call in Go's own library whose line moved with nearly every release, and that most profiles
 * hold: the start of main.main, the writing of the heap profile itself, and the serving of a
 * request. Lines are those of Go 1.19.8, 1.21.13, 1.22.12, 1.23.5, 1.24.4, 1.25.4, 1.26.8 and
 * 1.27.0.
 *
 * @param caller function that calls
 * @param callee function called
 * @param line line of the call
 * @param low oldest release with the call at this line
 * @param high newest release with the call at this line
 */
record ReleaseCall(String caller, String callee, long line, GoVersion low, GoVersion high) {
  private static final String MAIN = "runtime.main";
  private static final String WRITE = "runtime/pprof.writeHeapInternal";
  private static final String SERVE = "net/http.(*conn).serve";

  /**
   * All calls known, the surest first: runtime/proc.go, runtime/pprof/pprof.go, net/http/server.go.
   */
  static final List<ReleaseCall> ALL =
      List.of(
          main(250, 19, 20),
          main(267, 21, 21),
          main(271, 22, 22),
          main(272, 23, 23),
          main(283, 24, 24),
          main(285, 25, 25),
          main(290, 26, 26),
          main(302, 27, 27),
          write(575, 19, 20),
          write(572, 21, 21),
          write(612, 22, 22),
          write(631, 23, 23),
          write(634, 24, 24),
          write(626, 25, 25),
          write(663, 26, 26),
          write(660, 27, 27),
          serve(2014, 21),
          serve(2044, 22),
          serve(2092, 23),
          serve(2102, 24),
          serve(2109, 25),
          serve(2067, 26),
          serve(2137, 27));

  private static ReleaseCall main(long line, int low, int high) {
    return new ReleaseCall(MAIN, "main.main", line, GoVersion.of(low), GoVersion.of(high));
  }

  private static ReleaseCall write(long line, int low, int high) {
    return new ReleaseCall(
        WRITE, "runtime/pprof.writeHeapProto", line, GoVersion.of(low), GoVersion.of(high));
  }

  private static ReleaseCall serve(long line, int minor) {
    GoVersion version = GoVersion.of(minor);
    return new ReleaseCall(SERVE, "net/http.serverHandler.ServeHTTP", line, version, version);
  }

  /** In words, for the reason. */
  String why() {
    return "read off line " + line + " of " + caller;
  }
}
