package io.mapleak.simulator.size;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import org.jspecify.annotations.Nullable;

/** A map whose cost is asked for: a {@code map[K]V}, or a sync.Map. */
public sealed interface SizedMap {
  /** {@code map[K]V}. */
  record OfType(MapType type) implements SizedMap {
    @Override
    public MapModel make(GoVersion go, long hint, HashSource hashes) {
      return Models.make(go, type, hint, hashes);
    }

    @Override
    public Implementation implementation(GoVersion go) {
      return go.atLeast(GoVersion.FIRST_SWISS) ? Implementation.SWISS : Implementation.CLASSIC;
    }

    @Override
    public boolean heeds(GoVersion go, long hint) {
      return type.heeds(go, hint);
    }

    @Override
    public Integer slotBytes(GoVersion go) {
      return go.atLeast(GoVersion.FIRST_SWISS)
          ? type.swiss(go).slotBytes()
          : type.classic(go).slotBytes();
    }

    @Override
    public int blocksPerEntry() {
      return (type.key().indirect() ? 1 : 0) + (type.elem().indirect() ? 1 : 0);
    }
  }

  /** {@code sync.Map}; what its interfaces point to is not counted. It takes no hint. */
  record SyncMap() implements SizedMap {
    /** Entry and value up to Go 1.23; since then one node holds both. */
    private static final int BLOCKS_PER_ENTRY = 2;

    @Override
    public MapModel make(GoVersion go, long hint, HashSource hashes) {
      return Models.syncMap(go, hashes);
    }

    @Override
    public Implementation implementation(GoVersion go) {
      return Implementation.SYNC_MAP;
    }

    @Override
    public boolean heeds(GoVersion go, long hint) {
      return false;
    }

    @Override
    public @Nullable Integer slotBytes(GoVersion go) {
      return null;
    }

    @Override
    public int blocksPerEntry() {
      return BLOCKS_PER_ENTRY;
    }
  }

  /**
   * An empty one.
   *
   * @param hint entries, or {@link Models#NO_HINT}
   */
  MapModel make(GoVersion go, long hint, HashSource hashes);

  /** Whether it is made larger for a hint, which counts as none where it is beyond all memory. */
  boolean heeds(GoVersion go, long hint);

  /** The design of a release. */
  Implementation implementation(GoVersion go);

  /** Bytes of a slot of its buckets or groups; null for a sync.Map. */
  @Nullable Integer slotBytes(GoVersion go);

  /** Most blocks that a new entry allocates for itself alone. */
  int blocksPerEntry();
}
