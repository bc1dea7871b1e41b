package io.mapleak.view;

import io.mapleak.profile.Header;
import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import io.mapleak.profile.StackTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several profiles as one: values of equal samples are added, and what no sample uses is left out
 * (profile/merge.go: Merge). Costs memory in proportion to the result.
 */
final class Merged {
  private final List<Profile> sources;
  private final int types;
  private final MergedCode code;
  private final StackCollector stacks = new StackCollector();
  private final LabelSets labels = new LabelSets();
  private final Map<Long, Integer> samples = new HashMap<>(); // by stack and set of labels
  private long[][] values;
  private int[] stackOf = new int[64];
  private int[] labelsOf = new int[64];
  private int size;

  private Merged(List<Profile> sources) {
    this.sources = sources;
    this.types = sources.get(0).sampleTypes().size();
    this.code = new MergedCode(sources.get(0));
    this.values = new long[types][64];
  }

  /** Merges profiles as {@link CommonTypes} returns them; at least one. */
  static Profile of(List<Profile> sources) throws IncompatibleProfilesException {
    Profile first = sources.get(0);
    for (Profile source : sources) {
      if (!source.header().periodType().equals(first.header().periodType())
          || !source.sampleTypes().equals(first.sampleTypes())) {
        throw new IncompatibleProfilesException(
            "the profiles have different period or sample types");
      }
    }
    Merged merged = new Merged(sources);
    for (Profile source : sources) {
      merged.add(source);
    }
    Profile profile = merged.profile();
    return merged.hasZeroSample() ? of(List.of(profile)) : profile;
  }

  private void add(Profile source) {
    code.begin(source);
    SampleTable table = source.samples();
    StackTable from = source.stacks();
    int[] known = new int[from.size()];
    Arrays.fill(known, -1);
    for (int sample = 0; sample < table.size(); sample++) {
      if (!isZero(table, sample)) {
        int stack = table.stack(sample);
        if (known[stack] < 0) {
          for (int position = from.start(stack); position < from.end(stack); position++) {
            stacks.push(code.location(from.locationAt(position)));
          }
          known[stack] = stacks.intern();
        }
        int index = index(known[stack], labels.intern(source.labels(), sample));
        for (int type = 0; type < types; type++) {
          values[type][index] += table.value(sample, type);
        }
      }
    }
  }

  private boolean isZero(SampleTable table, int sample) {
    for (int type = 0; type < types; type++) {
      if (table.value(sample, type) != 0) {
        return false;
      }
    }
    return true;
  }

  private int index(int stack, int labelSet) {
    Integer found = samples.putIfAbsent((long) stack << Integer.SIZE | labelSet, size);
    if (found != null) {
      return found;
    }
    if (size == stackOf.length) {
      stackOf = Arrays.copyOf(stackOf, size * 2);
      labelsOf = Arrays.copyOf(labelsOf, size * 2);
      for (int type = 0; type < types; type++) {
        values[type] = Arrays.copyOf(values[type], size * 2);
      }
    }
    stackOf[size] = stack;
    labelsOf[size] = labelSet;
    return size++;
  }

  private boolean hasZeroSample() {
    SampleTable table = new SampleTable(size, values, stackOf);
    for (int sample = 0; sample < size; sample++) {
      if (isZero(table, sample)) {
        return true;
      }
    }
    return false;
  }

  private Profile profile() {
    return new Profile(
        header(),
        sources.get(0).sampleTypes(),
        new SampleTable(size, values, stackOf),
        stacks.table(),
        labels.table(Arrays.copyOf(labelsOf, size)),
        code.locationTable(),
        code.functionTable(),
        code.mappingTable());
  }

  private Header header() {
    Header first = sources.get(0).header();
    long time = 0;
    long duration = 0;
    long period = 0;
    Set<String> comments = new LinkedHashSet<>();
    String preferred = "";
    String url = "";
    for (Profile source : sources) {
      Header header = source.header();
      time = time == 0 ? header.timeNanos() : Math.min(time, header.timeNanos());
      duration += header.durationNanos();
      period = period == 0 ? header.period() : Math.max(period, header.period());
      comments.addAll(header.comments());
      preferred = preferred.isEmpty() ? header.defaultSampleType() : preferred;
      url = url.isEmpty() ? header.docUrl() : url;
    }
    return new Header(
        first.periodType(),
        period,
        time,
        duration,
        first.dropFrames(),
        first.keepFrames(),
        new ArrayList<>(comments),
        preferred,
        url);
  }
}
