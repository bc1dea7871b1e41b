package io.mapleak.gomap;

import java.util.Arrays;

/**
 * What Go's allocator charges for a block: a size class, or whole pages above 32 KiB. The classes
 * are the same from Go 1.19 to 1.27 (runtime/sizeclasses.go, since 1.25
 * internal/runtime/gc/sizeclasses.go).
 */
public final class SizeClasses {
  /** Blocks above this many bytes are charged in whole pages. */
  public static final long MAX_SMALL = 32768;

  /** Most bytes that the heap of a process on amd64 can span (runtime/malloc.go: maxAlloc). */
  public static final long MAX_ALLOC = 1L << 48;

  /** Page size of the heap, bytes. */
  public static final long PAGE = 8192;

  /** Since Go 1.22 pointerful blocks above this many bytes carry a header (runtime/mbitmap.go). */
  public static final long MIN_WITH_HEADER = 512;

  /** Bytes of that header. */
  public static final long HEADER = 8;

  /** All classes are multiples of it, bytes. */
  private static final int WORD = 8;

  private static final int[] CLASSES = {
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352,
    384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048,
    2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240,
    10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768
  };

  /** The class of a block by its size in words of 8 bytes, rounded up. */
  private static final int[] OF_WORDS = ofWords();

  private SizeClasses() {}

  private static int[] ofWords() {
    int[] classes = new int[(int) MAX_SMALL / WORD + 1];
    int i = 0;
    for (int words = 1; words < classes.length; words++) {
      i = words * WORD > CLASSES[i] ? i + 1 : i;
      classes[words] = CLASSES[i];
    }
    return classes;
  }

  /**
   * What the allocator charges.
   *
   * @param bytes bytes asked for, more than 0
   * @param header whether the block carries a malloc header when it is small: pointerful, Go 1.22
   *     or newer
   */
  public static long charge(long bytes, boolean header) {
    long asked = bytes + headerBytes(bytes, header);
    if (asked > MAX_SMALL) {
      return (asked + PAGE - 1) / PAGE * PAGE;
    }
    return OF_WORDS[(int) (asked + WORD - 1) / WORD];
  }

  /**
   * Bytes of a charge that its owner can use: all but the malloc header.
   *
   * @param header as in {@link #charge}
   */
  public static long usable(long bytes, boolean header) {
    return charge(bytes, header) - headerBytes(bytes, header);
  }

  private static long headerBytes(long bytes, boolean header) {
    return header && bytes > MIN_WITH_HEADER && bytes <= MAX_SMALL - HEADER ? HEADER : 0;
  }

  /** Whether the allocator can charge exactly this many bytes. */
  public static boolean isCharge(long bytes) {
    return bytes > MAX_SMALL
        ? bytes % PAGE == 0
        : bytes > 0 && Arrays.binarySearch(CLASSES, (int) bytes) >= 0;
  }
}
