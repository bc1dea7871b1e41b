package io.mapleak.simulator;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.classic.ClassicMap;
import io.mapleak.simulator.swiss.SwissMap;
import io.mapleak.simulator.syncmap.HashTrieMap;
import io.mapleak.simulator.syncmap.ReadDirtyMap;

/** The maps of a release. */
public final class Models {
  /** {@code make(map[K]V)}, or with a constant hint of at most 8. */
  public static final long NO_HINT = -1;

  private Models() {}

  /**
   * {@code make(map[K]V, hint)}.
   *
   * @param hint entries, or {@link #NO_HINT}
   * @throws IllegalArgumentException where the hint is too large for a model
   */
  public static MapModel make(GoVersion go, MapType type, long hint, HashSource hashes) {
    return go.atLeast(GoVersion.FIRST_SWISS)
        ? SwissMap.make(type, go, hint, hashes)
        : ClassicMap.make(type, go, hint, hashes);
  }

  /** {@code new(sync.Map)}. */
  public static MapModel syncMap(GoVersion go, HashSource hashes) {
    return go.atLeast(GoVersion.FIRST_SWISS)
        ? new HashTrieMap(go, hashes)
        : new ReadDirtyMap(go, hashes);
  }
}
