package io.mapleak.site;

import io.mapleak.gomap.GoVersion;
import io.mapleak.testing.GoHeap;
import java.util.ArrayList;
import java.util.List;

/** Allocation points, companions and Go releases for tests. */
final class Points {
  static final GoVersionReading GO_119 = GoVersionReader.given(GoVersion.of(19));
  static final GoVersionReading GO_123 = GoVersionReader.given(GoVersion.of(23));
  static final GoVersionReading GO_126 = GoVersionReader.given(GoVersion.of(26));

  private Points() {}

  /** Blocks as sampled. */
  static Block block(long bytes, long alloc, long inuse) {
    return block(bytes, alloc, inuse, 0);
  }

  static Block block(long bytes, long alloc, long inuse, int twins) {
    double p = GoHeap.probability(bytes);
    return new Block(
        bytes, alloc, inuse, (long) (alloc * bytes / p), (long) (inuse * bytes / p), twins);
  }

  static AllocationPoint point(String function, Block... blocks) {
    CodeLine line = new CodeLine(function, "app.go", 7);
    return new AllocationPoint(0x400010, line, line, List.of(), List.of(blocks));
  }

  /** Each size made once, the last alone in use. */
  static AllocationPoint ladder(String function, long... sizes) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      blocks.add(block(sizes[i], 1, i == sizes.length - 1 ? 1 : 0));
    }
    return point(function, blocks.toArray(Block[]::new));
  }

  /** A companion of 256-byte objects, of which these were sampled. */
  static Companion companion(int distance, double sampled, double madeSampled) {
    double p = GoHeap.probability(256);
    return new Companion(
        new CodeLine("app.newValue", "app.go", 30 + distance),
        0x500010,
        distance,
        sampled / p,
        sampled,
        madeSampled / p,
        madeSampled,
        256 * sampled / p);
  }
}
