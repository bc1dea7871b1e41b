package io.mapleak.testing;

import io.mapleak.profile.Profile;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A heap profile written as Go's sampler sees it: blocks are given as sampled, and scaled up as
 * runtime/pprof does (protomem.go: scaleHeapSample).
 */
public final class GoHeap {
  /** Sampling interval of the profiles, bytes. */
  public static final long RATE = 524288;

  private static final long MINUTE = 60_000_000_000L;

  private final ProfileDsl dsl;
  private final String mainCall;

  private GoHeap(ProfileDsl dsl, String mainCall) {
    this.dsl = dsl;
    this.mainCall = mainCall;
  }

  /** A profile of Go 1.19, classic maps. */
  public static GoHeap go119(int minute) {
    return at(minute, 250);
  }

  /** A profile of Go 1.23, classic maps. */
  public static GoHeap go123(int minute) {
    return at(minute, 272);
  }

  /** A profile of Go 1.26, Swiss maps. */
  public static GoHeap go126(int minute) {
    return at(minute, 290);
  }

  private static GoHeap at(int minute, int mainLine) {
    ProfileDsl dsl = ProfileDsl.heap().time(ResultDsl.START + minute * MINUTE);
    return new GoHeap(dsl, "runtime.main runtime/proc.go:" + mainLine);
  }

  /**
   * Adds a sample.
   *
   * @param bytes size of each block
   * @param alloc blocks sampled since the process began
   * @param inuse of those, blocks still in use
   * @param frames leaf first; main.main and runtime.main follow
   */
  public GoHeap seen(long bytes, long alloc, long inuse, String... frames) {
    String[] stack =
        Stream.concat(Arrays.stream(frames), Stream.of("main.main main.go:5", mainCall))
            .toArray(String[]::new);
    dsl.sample(stack)
        .bytes(bytes)
        .values(
            (long) (alloc / probability(bytes)),
            (long) (alloc * bytes / probability(bytes)),
            (long) (inuse / probability(bytes)),
            (long) (inuse * bytes / probability(bytes)));
    return this;
  }

  /** Probability that a block of this size is sampled. */
  public static double probability(double bytes) {
    return 1 - Math.exp(-bytes / RATE);
  }

  /** The profile as the tool reads it. */
  public Profile build() {
    return dsl.build();
  }
}
