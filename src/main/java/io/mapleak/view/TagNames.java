package io.mapleak.view;

import com.google.re2j.Pattern;
import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options tagshow and taghide: labels left by their key (profile/filter.go). */
final class TagNames {
  private TagNames() {}

  /**
   * The profile with those labels whose key matches {@code show} and not {@code hide}.
   *
   * @param unmatched takes the names of those options that matched no key
   */
  static Profile of(
      Profile profile, @Nullable Pattern show, @Nullable Pattern hide, List<String> unmatched) {
    if (show == null && hide == null) {
      return profile;
    }
    Map<String, Boolean> shown = new HashMap<>();
    Map<String, Boolean> hidden = new HashMap<>();
    LabelTable labels = profile.labels();
    int samples = profile.samples().size();
    int end = samples == 0 ? 0 : labels.end(samples - 1);
    BitSet kept = new BitSet(end);
    for (int label = 0; label < end; label++) {
      String key = labels.key(label);
      boolean isShown = shown.computeIfAbsent(key, k -> show == null || show.matcher(k).find());
      boolean isHidden = hidden.computeIfAbsent(key, k -> hide != null && hide.matcher(k).find());
      kept.set(label, isShown && !isHidden);
    }
    if (show != null && !shown.containsValue(true)) {
      unmatched.add("tagshow");
    }
    if (hide != null && !hidden.containsValue(true)) {
      unmatched.add("taghide");
    }
    return Derived.withLabels(profile, left(labels, samples, kept));
  }

  private static LabelTable left(LabelTable labels, int samples, BitSet kept) {
    LabelColumns columns = new LabelColumns(kept.cardinality());
    int[] starts = new int[samples + 1];
    for (int sample = 0; sample < samples; sample++) {
      for (int label = labels.start(sample); label < labels.end(sample); label++) {
        if (kept.get(label)) {
          columns.copy(labels, label);
        }
      }
      starts[sample + 1] = columns.size();
    }
    return columns.table(starts);
  }
}
