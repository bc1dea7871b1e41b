package io.mapleak.testing;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * Profiles of a session store, {@code map[string]*Session} filled in {@code session.(*Store).put},
 * as Go 1.23 would write them: all figures are the expected ones of the sampler.
 */
public final class Sessions {
  /** Where entries are assigned. */
  public static final String PUT = "session.(*Store).put";

  private static final ClassicLayout LAYOUT = new ClassicLayout(24, true);
  private static final int SESSION_BYTES = 256;

  /** Smallest B whose arrays are followed; smaller ones are seldom sampled. */
  private static final int FIRST_B = 12;

  private Sessions() {}

  /**
   * One profile a minute.
   *
   * @param live sessions alive in each profile
   * @param made sessions ever made, likewise; the array is what the most alive at once needed
   */
  public static List<Profile> profiles(long[] live, long[] made) {
    List<Profile> profiles = new ArrayList<>();
    long most = 0;
    for (int step = 0; step < live.length; step++) {
      most = Math.max(most, live[step]);
      profiles.add(profile(step, live[step], made[step], most));
    }
    return profiles;
  }

  /** Sessions of which none ever ends. */
  public static List<Profile> leaking(long... live) {
    return profiles(live, live);
  }

  private static Profile profile(int minute, long live, long made, long most) {
    GoHeap heap = GoHeap.go123(minute);
    int top = FIRST_B;
    while (most > ClassicLayout.maxEntries(top)) {
      top++;
    }
    for (int b = FIRST_B; b <= top; b++) {
      heap.seen(
          LAYOUT.arrayCharge(b),
          1,
          b == top ? 1 : 0,
          PUT + " session/store.go:43",
          "session.(*Store).Create session/store.go:22");
    }
    double p = GoHeap.probability(SESSION_BYTES);
    return heap.seen(
            SESSION_BYTES,
            Math.round(made * p),
            Math.round(live * p),
            "session.newSession session/session.go:35",
            "session.(*Store).Create session/store.go:21")
        .build();
  }
}
