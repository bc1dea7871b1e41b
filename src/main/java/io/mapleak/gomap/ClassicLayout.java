package io.mapleak.gomap;

/**
 * Sizes of a classic map: 2^B buckets of 8 slots, from B = 4 on with 2^(B-4) spare overflow buckets
 * in the same array (runtime/map.go: makeBucketArray; cmd/compile/internal/reflectdata/reflect.go:
 * MapBucketType).
 *
 * @param slotBytes stored key and elem together; a bucket has 16 + 8 x slot bytes
 * @param header whether arrays carry a malloc header: pointerful buckets, Go 1.22 or newer
 */
public record ClassicLayout(int slotBytes, boolean header) {
  /** Slots of a bucket. */
  public static final int SLOTS = 8;

  /** Average entries of a bucket at which the array doubles, but for {@link #LIGHT}. */
  public static final double LOAD_FACTOR = 6.5;

  /** The release whose arrays double earlier (runtime/map.go: loadFactorNum; golang/go#63438). */
  public static final GoVersion LIGHT = GoVersion.of(21);

  /** Average entries of a bucket at which they do. */
  public static final double LIGHT_LOAD_FACTOR = 6;

  /** From this B on an array has spare overflow buckets. */
  public static final int FIRST_B_WITH_SPARE = 4;

  /** Largest B considered: 2^30 buckets are 80 GiB at the least. */
  public static final int MAX_B = 30;

  /** Bytes of one bucket, before the allocator rounds. */
  public long bucketBytes() {
    return 16 + 8L * slotBytes;
  }

  /** Whether makemap heeds a hint; it ignores one so large that the map could not exist. */
  public boolean heeds(long hint) {
    return hint <= SizeClasses.MAX_ALLOC / bucketBytes();
  }

  /** What the first bucket, or an overflow bucket made on its own, is charged. */
  public long bucketCharge() {
    return SizeClasses.charge(bucketBytes(), header);
  }

  /** What the array of 2^B buckets is charged, spare ones included. */
  public long arrayCharge(int b) {
    long buckets = 1L << b;
    if (b >= FIRST_B_WITH_SPARE) {
      buckets += 1L << (b - FIRST_B_WITH_SPARE);
    }
    return SizeClasses.charge(buckets * bucketBytes(), header);
  }

  /** The B whose array is charged exactly so, or -1. */
  public int bOf(long charge) {
    for (int b = 0; b <= MAX_B; b++) {
      long array = arrayCharge(b);
      if (array >= charge) {
        return array == charge ? b : -1;
      }
    }
    return -1;
  }

  /** Most entries that 2^B buckets hold before they double. */
  public static double maxEntries(int b) {
    return b == 0 ? SLOTS : LOAD_FACTOR * (1L << b);
  }
}
