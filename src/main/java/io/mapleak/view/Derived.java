package io.mapleak.view;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LabelTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import io.mapleak.profile.StackTable;
import java.util.Arrays;
import java.util.BitSet;

/** Profiles that differ from another one in some of its tables; all others are shared. */
final class Derived {
  private Derived() {}

  static Profile withSamples(Profile profile, SampleTable samples) {
    return of(profile, samples, profile.stacks(), profile.labels(), profile.locations());
  }

  static Profile withLabels(Profile profile, LabelTable labels) {
    return of(profile, profile.samples(), profile.stacks(), labels, profile.locations());
  }

  /** Another form of the same stacks, by their old indexes. */
  static Profile withStacks(Profile profile, StackTable stacks, LocationTable locations) {
    return of(profile, profile.samples(), stacks, profile.labels(), locations);
  }

  /** The same samples of other locations, functions and mappings. */
  static Profile withCode(
      Profile profile, LocationTable locations, FunctionTable functions, MappingTable mappings) {
    return new Profile(
        profile.header(),
        profile.sampleTypes(),
        profile.samples(),
        profile.stacks(),
        profile.labels(),
        locations,
        functions,
        mappings);
  }

  /** The samples that are kept, with their labels; the profile itself when all are. */
  static Profile withOnly(Profile profile, BitSet kept) {
    SampleTable samples = profile.samples();
    LabelTable labels = profile.labels();
    int size = kept.cardinality();
    if (size == samples.size()) {
      return profile;
    }
    int types = profile.sampleTypes().size();
    long[][] columns = new long[types][size];
    int[] stacks = new int[size];
    int[] starts = new int[size + 1];
    int labelCount = 0;
    int end = 0;
    for (int sample = kept.nextSetBit(0); sample >= 0; sample = kept.nextSetBit(sample + 1)) {
      for (int type = 0; type < types; type++) {
        columns[type][end] = samples.value(sample, type);
      }
      stacks[end++] = samples.stack(sample);
      labelCount += labels.end(sample) - labels.start(sample);
      starts[end] = labelCount;
    }
    LabelColumns columnsOfLabels = new LabelColumns(labelCount);
    for (int sample = kept.nextSetBit(0); sample >= 0; sample = kept.nextSetBit(sample + 1)) {
      for (int label = labels.start(sample); label < labels.end(sample); label++) {
        columnsOfLabels.copy(labels, label);
      }
    }
    return of(
        profile,
        new SampleTable(size, columns, stacks),
        profile.stacks(),
        columnsOfLabels.table(starts),
        profile.locations());
  }

  /** Each sample type multiplied by a factor and rounded; samples of 0 stay. */
  static Profile scaled(Profile profile, double[] ratios) {
    return changed(
        profile, (value, type) -> ratios[type] == 1 ? value : GoLong.rounded(value * ratios[type]));
  }

  /** All values multiplied by a factor and cut to whole numbers. */
  static Profile cut(Profile profile, double ratio) {
    return changed(profile, (value, type) -> GoLong.cut(value * ratio));
  }

  /** Another value of a sample type. */
  private interface Change {
    long of(long value, int type);
  }

  private static Profile changed(Profile profile, Change change) {
    SampleTable old = profile.samples();
    long[][] columns = new long[profile.sampleTypes().size()][old.size()];
    int[] stacks = new int[old.size()];
    for (int sample = 0; sample < stacks.length; sample++) {
      stacks[sample] = old.stack(sample);
    }
    for (int type = 0; type < columns.length; type++) {
      for (int sample = 0; sample < stacks.length; sample++) {
        columns[type][sample] = change.of(old.value(sample, type), type);
      }
    }
    return withSamples(profile, new SampleTable(stacks.length, columns, stacks));
  }

  /** The part of each stack between two positions, by stack. */
  static StackTable cut(StackTable old, int[] starts, int[] ends) {
    int[] newStarts = new int[old.size() + 1];
    for (int stack = 0; stack < old.size(); stack++) {
      newStarts[stack + 1] = newStarts[stack] + Math.max(0, ends[stack] - starts[stack]);
    }
    int[] locations = new int[newStarts[old.size()]];
    for (int stack = 0; stack < old.size(); stack++) {
      int to = newStarts[stack];
      for (int position = starts[stack]; position < ends[stack]; position++) {
        locations[to++] = old.locationAt(position);
      }
    }
    return new StackTable(newStarts, locations);
  }

  /** Of each stack the locations that are not hidden. */
  static StackTable without(StackTable old, boolean[] hidden) {
    int[] starts = new int[old.size() + 1];
    int[] locations = new int[old.size() == 0 ? 0 : old.end(old.size() - 1)];
    int end = 0;
    for (int stack = 0; stack < old.size(); stack++) {
      for (int position = old.start(stack); position < old.end(stack); position++) {
        int location = old.locationAt(position);
        if (!hidden[location]) {
          locations[end++] = location;
        }
      }
      starts[stack + 1] = end;
    }
    return new StackTable(starts, Arrays.copyOf(locations, end));
  }

  private static Profile of(
      Profile profile,
      SampleTable samples,
      StackTable stacks,
      LabelTable labels,
      LocationTable locations) {
    return new Profile(
        profile.header(),
        profile.sampleTypes(),
        samples,
        stacks,
        labels,
        locations,
        profile.functions(),
        profile.mappings());
  }
}
