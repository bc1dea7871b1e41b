package io.mapleak.analysis;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LabelTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a process has ever allocated, by stack and block size. Go's runtime only ever adds to these
 * counters (runtime/mprof.go), and runtime/pprof scales each record by a factor of its block size
 * alone, so within one process none of them falls: one that does is a certain sign of another
 * process. Immutable.
 */
final class AllocCounters {
  /**
   * Part of the counters that may fall where the block sizes are missing: a store that dropped them
   * may also have dropped small samples.
   */
  private static final double STORE_LOSS = 0.01;

  /** Odd constants of splitmix64, by Vigna. */
  private static final long MIX_1 = 0xbf58476d1ce4e5b9L;

  private static final long MIX_2 = 0x94d049bb133111ebL;

  private final long[] keys;
  private final long[] bytes;
  private final boolean sized;
  private final double total;

  private AllocCounters(long[] keys, long[] bytes, boolean sized, double total) {
    this.keys = keys;
    this.bytes = bytes;
    this.sized = sized;
    this.total = total;
  }

  /** How the counters of two profiles compare. */
  record Change(int shared, int fallen, boolean sameProcess) {}

  /** Counters of a profile; none when it has only values in use. */
  static AllocCounters of(Profile profile) {
    int column = profile.sampleTypeIndex("alloc_space");
    int size = column < 0 ? 0 : profile.samples().size();
    long[] stackKeys = column < 0 ? new long[0] : stackKeys(profile);
    long[] sampleKeys = new long[size];
    boolean sized = false;
    for (int sample = 0; sample < size; sample++) {
      long block = blockSize(profile.labels(), sample);
      sized |= block > 0;
      sampleKeys[sample] = mix(stackKeys[profile.samples().stack(sample)] + block);
    }
    long[] keys = Arrays.stream(sampleKeys).sorted().distinct().toArray();
    long[] bytes = new long[keys.length];
    double total = 0;
    for (int sample = 0; sample < size; sample++) {
      long value = profile.samples().value(sample, column);
      bytes[Arrays.binarySearch(keys, sampleKeys[sample])] += value;
      total += value;
    }
    return new AllocCounters(keys, bytes, sized, total);
  }

  /** Whether a sample of the profile tells the size of its blocks. */
  static boolean hasBlockSizes(Profile profile) {
    return IntStream.range(0, profile.samples().size())
        .anyMatch(sample -> blockSize(profile.labels(), sample) > 0);
  }

  /** Bytes allocated in all. */
  double total() {
    return total;
  }

  /** Compares with a later profile. */
  Change to(AllocCounters later) {
    int shared = 0;
    int fallen = 0;
    int j = 0;
    for (int i = 0; i < keys.length; i++) {
      while (j < later.keys.length && later.keys[j] < keys[i]) {
        j++;
      }
      boolean found = j < later.keys.length && later.keys[j] == keys[i];
      shared += found ? 1 : 0;
      fallen += (found ? later.bytes[j] : 0) < bytes[i] ? 1 : 0;
    }
    double allowed = sized && later.sized ? 0 : STORE_LOSS * keys.length;
    boolean comparable = keys.length > 0 && later.keys.length > 0;
    return new Change(shared, fallen, !comparable || fallen <= allowed);
  }

  private static long blockSize(LabelTable labels, int sample) {
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      if (labels.key(label).equals("bytes")) {
        return labels.number(label);
      }
    }
    return 0;
  }

  /** A key for each stack from names and lines alone: addresses and ids are of one file only. */
  private static long[] stackKeys(Profile profile) {
    LocationTable locations = profile.locations();
    FunctionTable functions = profile.functions();
    long[] locationKeys = new long[locations.size()];
    for (int location = 0; location < locationKeys.length; location++) {
      long key = 1;
      for (int i = locations.lineStart(location); i < locations.lineEnd(location); i++) {
        int function = locations.function(i);
        String name = function < 0 ? "" : functions.name(function);
        key = mix(key + name.hashCode()) + locations.line(i);
      }
      locationKeys[location] = mix(key);
    }
    StackTable stacks = profile.stacks();
    long[] keys = new long[stacks.size()];
    for (int stack = 0; stack < keys.length; stack++) {
      long key = stacks.depth(stack);
      for (int i = stacks.start(stack); i < stacks.end(stack); i++) {
        key = mix(key + locationKeys[stacks.locationAt(i)]);
      }
      keys[stack] = key;
    }
    return keys;
  }

  private static long mix(long value) {
    long x = value;
    x = (x ^ (x >>> 30)) * MIX_1;
    x = (x ^ (x >>> 27)) * MIX_2;
    return x ^ (x >>> 31);
  }
}
