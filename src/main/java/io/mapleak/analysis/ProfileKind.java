package io.mapleak.analysis;

import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import java.util.Map;

/** What a pprof profile is a profile of, by its sample types as Go's runtime/pprof names them. */
final class ProfileKind {
  static final String HEAP = "heap";

  /** The heap profile with another default sample type, as /debug/pprof/allocs serves it. */
  static final String ALLOCS = "allocs";

  /** The difference of two heap profiles, as /debug/pprof/heap?seconds=N serves it. */
  static final String HEAP_DELTA = "heap-delta";

  /** Sample types that name their profile; those of mutex and block profiles are the same. */
  private static final Map<String, String> BY_TYPE =
      Map.of(
          "goroutine", "goroutine",
          "goroutineleak", "goroutineleak",
          "cpu", "cpu",
          "contentions", "mutex-or-block",
          "threadcreate", "threadcreate",
          "space", "native-heap");

  private ProfileKind() {}

  /** Kind of a profile; {@code other} when its sample types are none of Go's. */
  static String of(Profile profile) {
    if (profile.sampleTypeIndex("inuse_space") >= 0) {
      if (isDelta(profile)) {
        return HEAP_DELTA;
      }
      return profile.header().defaultSampleType().equals("alloc_space") ? ALLOCS : HEAP;
    }
    return profile.sampleTypes().stream()
        .map(type -> BY_TYPE.get(type.type()))
        .filter(kind -> kind != null)
        .findFirst()
        .orElse("other");
  }

  private static boolean isDelta(Profile profile) {
    if (profile.header().durationNanos() != 0) {
      return true;
    }
    SampleTable samples = profile.samples();
    for (int type = 0; type < profile.sampleTypes().size(); type++) {
      for (int sample = 0; sample < samples.size(); sample++) {
        if (samples.value(sample, type) < 0) {
          return true;
        }
      }
    }
    return false;
  }
}
