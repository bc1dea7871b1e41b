package io.mapleak.view;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Profiles to be subtracted (internal/driver/fetch.go: fetchProfiles).
 *
 * @param profiles all of them are; none: nothing is subtracted
 * @param total whether percentages are of their total (diff_base) rather than of all absolute
 *     values of the difference (base)
 * @param normalized whether the other profiles are first scaled to their total
 */
public record Baseline(List<Profile> profiles, boolean total, boolean normalized) {
  /** Nothing is subtracted. */
  public static final Baseline NONE = new Baseline(List.of(), false, false);

  public Baseline {
    profiles = List.copyOf(profiles);
  }

  /** The difference; the profile itself without a baseline. */
  Profile subtractedFrom(Profile profile) throws IncompatibleProfilesException {
    if (profiles.isEmpty()) {
      return profile;
    }
    Profile base = Fetched.merged(profiles);
    Profile left = normalized ? normalized(profile, base) : profile;
    double[] negated = new double[base.sampleTypes().size()];
    Arrays.fill(negated, -1);
    Profile subtrahend = Derived.scaled(total ? labelled(base) : base, negated);
    return Merged.of(CommonTypes.of(List.of(left, subtrahend)));
  }

  /** Each sample type is scaled by itself; samples that come to nothing are dropped. */
  private static Profile normalized(Profile profile, Profile base)
      throws IncompatibleProfilesException {
    if (!profile.sampleTypes().equals(base.sampleTypes())
        || !profile.header().periodType().equals(base.header().periodType())) {
      throw new IncompatibleProfilesException(
          "profiles of different sample or period types can't be normalized");
    }
    double[] ratios = new double[profile.sampleTypes().size()];
    for (int type = 0; type < ratios.length; type++) {
      long sum = sum(profile, type);
      ratios[type] = sum == 0 ? 0 : (double) sum(base, type) / (double) sum;
    }
    Profile scaled = Derived.scaled(profile, ratios);
    SampleTable samples = scaled.samples();
    BitSet kept = new BitSet(samples.size());
    for (int sample = 0; sample < samples.size(); sample++) {
      for (int type = 0; type < ratios.length; type++) {
        if (samples.value(sample, type) != 0) {
          kept.set(sample);
        }
      }
    }
    return Derived.withOnly(scaled, kept);
  }

  private static long sum(Profile profile, int type) {
    long sum = 0;
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      sum += profile.samples().value(sample, type);
    }
    return sum;
  }

  private static Profile labelled(Profile base) {
    LabelTable old = base.labels();
    int samples = base.samples().size();
    int[] starts = new int[samples + 1];
    LabelColumns columns = new LabelColumns(samples + (samples == 0 ? 0 : old.end(samples - 1)));
    for (int sample = 0; sample < samples; sample++) {
      for (int label = old.start(sample); label < old.end(sample); label++) {
        if (!old.key(label).equals(Selection.BASE) || old.text(label).isEmpty()) {
          columns.copy(old, label);
        }
      }
      columns.add(Selection.BASE, "true", 0, "");
      starts[sample + 1] = columns.size();
    }
    return Derived.withLabels(base, columns.table(starts));
  }
}
