package io.mapleak.gomap;

/** The designs of Go's maps that a heap profile can show. */
public enum Implementation {
  /** Buckets of 8 with overflow chains, Go 1.23 and earlier (runtime/map.go). */
  CLASSIC("classic", "classic map"),
  /** Groups of 8 in tables of at most 1024 slots, since Go 1.24 (internal/runtime/maps). */
  SWISS("swiss", "Swiss map"),
  /** sync.Map: a read and a dirty map up to Go 1.23, a hash trie since 1.24. */
  SYNC_MAP("sync.Map", "sync.Map");

  private final String id;
  private final String title;

  Implementation(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Name in JSON. */
  public String id() {
    return id;
  }

  /** Name in text. */
  public String title() {
    return title;
  }
}
