package io.mapleak.simulator;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A map[int64]int64 as the models run it; scripts/bench-simulator runs the real one beside it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 9)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class MapBenchmark {
  private static final int ENTRIES = 1_000_000;
  private static final int OPERATIONS = 10_000_000;

  /** Minor release: 23 is classic, 26 Swiss. */
  @Param({"23", "26"})
  public int go;

  private MapModel make() {
    GoType int64 = new GoType("int64", 8, 8, false);
    return Models.make(
        GoVersion.of(go),
        new MapType(int64, int64, MapVariant.FAST64),
        Models.NO_HINT,
        new SeededHashes(1));
  }

  /** From nothing to a million entries. */
  @Benchmark
  public long grow() {
    MapModel map = make();
    for (int key = 0; key < ENTRIES; key++) {
      map.assign(key);
    }
    return map.heap().live();
  }

  /** Ten million operations on a million keys: half assigns, three tenths lookups, rest deletes. */
  @Benchmark
  public long mixed() {
    MapModel map = make();
    SplittableRandom random = new SplittableRandom(1);
    long found = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      int key = random.nextInt(ENTRIES);
      int dice = random.nextInt(10);
      if (dice < 5) {
        map.assign(key);
      } else if (dice < 8) {
        found += map.lookup(key) ? 1 : 0;
      } else {
        map.delete(key);
      }
    }
    return found;
  }

  /** Prints the bytes of Java heap that a model of a million entries takes per slot. */
  public static void main(String[] args) {
    for (String go : args) {
      MapBenchmark benchmark = new MapBenchmark();
      benchmark.go = Integer.parseInt(go);
      long before = usedHeap();
      MapModel map = benchmark.make();
      for (int key = 0; key < ENTRIES; key++) {
        map.assign(key);
      }
      long bytes = usedHeap() - before;
      System.out.printf("memory %s %.1f%n", go, (double) bytes / map.gauges().slots());
    }
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
