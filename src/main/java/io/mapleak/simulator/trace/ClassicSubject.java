package io.mapleak.simulator.trace;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.classic.BucketArray;
import io.mapleak.simulator.classic.ClassicMap;
import io.mapleak.simulator.classic.Tophash;
import org.jspecify.annotations.Nullable;

/** A classic map under a trace. */
final class ClassicSubject implements Subject {
  private static final String[] STATE = {
    "count", "B", "noverflow", "growing", "oldB", "nevacuate", "sameSize", "iterFlags"
  };
  private static final int NOVERFLOW = 2;
  private static final String[] EXTRA = {
    "extra", "nextOverflow", "ovLen", "ovCap", "oldOvLen", "oldOvCap", "chainCur", "chainOld"
  };
  private static final String[] LAYOUT = {"bucketSize", "bucketPointers", "loadFactorNumerator"};

  /** What parts the current array from the old one in digests. */
  private static final int OLD_ARRAY = -1;

  private final ClassicMap map;
  private final long[] layout;

  ClassicSubject(ClassicMap map) {
    this.map = map;
    layout =
        new long[] {
          map.bucketBytes(), map.bucketPointers() ? 1 : 0, map.loadFactorNumerator(),
        };
  }

  @Override
  public MapModel map() {
    return map;
  }

  @Override
  public boolean perform(char op, int key) {
    switch (op) {
      case 'i' -> map.assign(key);
      case 'd' -> map.delete(key);
      case 'c', 'x' -> map.clear();
      case 'r' -> map.range();
      case 'k' -> map.cloneInPlace();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public long[] state(long hash) {
    BucketArray old = map.oldbuckets();
    return new long[] {
      map.count(),
      map.b(),
      map.noverflow(),
      old == null ? 0 : 1,
      old == null ? -1 : old.b(),
      map.nevacuate(),
      map.sameSizeGrow() ? 1 : 0,
      map.iteratorFlags()
    };
  }

  @Override
  public String[] stateNames() {
    return STATE;
  }

  /** From B = 16 on the runtime counts only a random sample of overflow buckets. */
  @Override
  public boolean isUnknown(int field, long recorded) {
    return field == NOVERFLOW && recorded == -1;
  }

  @Override
  public long digest() {
    Fnv1a digest = new Fnv1a();
    walk(map.buckets(), false, (i, d, array, bucket) -> entries(digest, i, d, array, bucket));
    if (map.oldbuckets() != null) {
      digest.u32(OLD_ARRAY);
      walk(map.oldbuckets(), true, (i, d, array, bucket) -> entries(digest, i, d, array, bucket));
    }
    return digest.value();
  }

  private static void entries(Fnv1a digest, int i, int d, BucketArray array, int bucket) {
    long word = array.tophashes(bucket);
    for (int slot = 0; slot < ClassicLayout.SLOTS; slot++) {
      int top = Tophash.at(word, slot);
      if (top >= Tophash.MIN_TOP_HASH) {
        digest.u32(i);
        digest.u16(d);
        digest.u8(slot);
        digest.u8(top);
        digest.u32(array.key(bucket, slot));
      }
    }
  }

  @Override
  public long shape() {
    Fnv1a shape = new Fnv1a();
    walk(map.buckets(), false, (i, d, array, bucket) -> marks(shape, i, d, array, bucket));
    if (map.oldbuckets() != null) {
      shape.u32(OLD_ARRAY);
      walk(map.oldbuckets(), false, (i, d, array, bucket) -> marks(shape, i, d, array, bucket));
    }
    return shape.value();
  }

  private static void marks(Fnv1a shape, int i, int d, BucketArray array, int bucket) {
    shape.u32(i);
    shape.u16(d);
    shape.u64(array.tophashes(bucket));
  }

  /** Visits a bucket: chain i, at depth d. */
  private interface Visitor {
    void visit(int i, int d, BucketArray array, int bucket);
  }

  private static void walk(@Nullable BucketArray array, boolean skipEvacuated, Visitor visitor) {
    if (array == null) {
      return;
    }
    for (int i = 0; i < array.base(); i++) {
      if (skipEvacuated && Tophash.evacuated(array.tophashes(i))) {
        continue;
      }
      int d = 0;
      int bucket = i;
      do {
        visitor.visit(i, d++, array, bucket);
        bucket = array.overflow(bucket);
      } while (bucket != BucketArray.NIL);
    }
  }

  @Override
  public long[] extra() {
    int[] list = map.overflowList(false);
    int[] oldList = map.overflowList(true);
    BucketArray array = map.buckets();
    BucketArray old = map.oldbuckets();
    return new long[] {
      map.hasExtra() ? 1 : 0,
      map.nextOverflow(),
      list[0],
      list[1],
      oldList[0],
      oldList[1],
      array == null ? 0 : array.chained(),
      old == null ? 0 : old.chained()
    };
  }

  @Override
  public String[] extraNames() {
    return EXTRA;
  }

  @Override
  public String[] layoutNames() {
    return LAYOUT;
  }

  @Override
  public long[] layout() {
    return layout;
  }
}
