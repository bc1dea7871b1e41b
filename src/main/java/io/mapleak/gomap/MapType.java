package io.mapleak.gomap;

/**
 * A map type as the compiler lays it out.
 *
 * @param variant the entry functions that assign and delete go through
 */
public record MapType(GoType key, GoType elem, MapVariant variant) {
  /** Whether buckets or groups hold pointers, so that the collector scans them. */
  public boolean pointers() {
    return key.storedPointers() || elem.storedPointers();
  }

  /** Sizes of this type's classic buckets (reflectdata: MapBucketType). */
  public ClassicLayout classic(GoVersion go) {
    return new ClassicLayout(Math.toIntExact(key.storedSize() + elem.storedSize()), header(go));
  }

  /**
   * Sizes of this type's Swiss groups. A slot is {@code struct{key; elem}}: padded to its
   * alignment, and with one byte more where a zero-size elem ends it (reflectdata: MapGroupType).
   */
  public SwissLayout swiss(GoVersion go) {
    long elemAt = roundUp(key.storedSize(), elem.storedAlign());
    long end = elemAt + elem.storedSize();
    if (elem.storedSize() == 0 && end > 0) {
      end++;
    }
    int align = Math.max(key.storedAlign(), elem.storedAlign());
    return new SwissLayout(Math.toIntExact(roundUp(end, align)), header(go));
  }

  /** Whether make heeds a hint: one beyond all memory counts as none. */
  public boolean heeds(GoVersion go, long hint) {
    return go.atLeast(GoVersion.FIRST_SWISS) ? swiss(go).heeds(hint) : classic(go).heeds(hint);
  }

  private boolean header(GoVersion go) {
    return pointers() && go.atLeast(GoVersion.FIRST_MALLOC_HEADER);
  }

  private static long roundUp(long bytes, int align) {
    return (bytes + align - 1) / align * align;
  }
}
