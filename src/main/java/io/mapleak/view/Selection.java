package io.mapleak.view;

import com.google.re2j.Pattern;
import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import io.mapleak.profile.ValueType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The part of a profile that a report is about, and what its percentages are of
 * (internal/driver/driver.go: generateRawReport).
 *
 * @param whole the profile before filters
 * @param profile what the filters left of it
 * @param type index of the sample type
 * @param relative whether percentages are of what the filters left
 * @param total what percentages are of
 * @param filters the filters that a report names
 * @param unmatched options whose pattern matched nothing, in pprof's order
 */
public record Selection(
    Profile whole,
    Profile profile,
    int type,
    boolean relative,
    long total,
    List<String> filters,
    List<String> unmatched) {
  /** Label that google/pprof gives to the samples of a base profile in a difference. */
  static final String BASE = "pprof::base";

  public Selection {
    filters = List.copyOf(filters);
    unmatched = List.copyOf(unmatched);
  }

  /**
   * Applies filters.
   *
   * @param profile as {@link Fetched} returns it
   * @param type index of the sample type
   * @param unit in which frames made of labels show numbers
   */
  public static Selection of(Profile profile, int type, Filters filters, String unit) {
    List<String> unmatched = new ArrayList<>();
    Profile dressed = TagFrames.of(profile, filters.tagRoot(), filters.tagLeaf(), unit, unmatched);
    Profile left = filtered(dressed, profile, filters, unmatched);
    boolean relative = filters.relative();
    long total = total(relative ? left : profile, type);
    return new Selection(profile, left, type, relative, total, filters.named(), unmatched);
  }

  /** The whole profile. */
  public static Selection of(Profile profile, int type) {
    long total = total(profile, type);
    return new Selection(profile, profile, type, false, total, List.of(), List.of());
  }

  /** The same part by another sample type. */
  public Selection by(int otherType) {
    long otherTotal = total(relative ? profile : whole, otherType);
    return new Selection(whole, profile, otherType, relative, otherTotal, filters, unmatched);
  }

  /** Whether samples of a base were marked, as {@code diff_base} does. */
  boolean isDifference() {
    return baseTotal(whole, type) > 0;
  }

  ValueType valueType() {
    return profile.sampleTypes().get(type);
  }

  /** The profile as a view of all its samples shows it. */
  public Profile as(ReportOptions options) {
    return WithoutInlines.of(profile, options);
  }

  /** The same with its values divided as an option asks. */
  public Profile divided(ReportOptions options) {
    Profile shown = as(options);
    double ratio = options.ratio();
    return ratio > 0 && ratio != 1 ? Derived.cut(shown, ratio) : shown;
  }

  /** The units of numeric labels, which filters don't change. */
  NumberUnits units() {
    return NumberUnits.of(whole);
  }

  private static Profile filtered(
      Profile dressed, Profile whole, Filters filters, List<String> unmatched) {
    Profile left = FrameFilter.of(dressed, filters, unmatched);
    Pattern showFrom = filters.showFrom();
    if (showFrom != null) {
      left = StackEnds.showFrom(left, showFrom, unmatched);
    }
    left = tagged(left, whole, filters, unmatched);
    left = TagNames.of(left, filters.tagShow(), filters.tagHide(), unmatched);
    Pattern pruneFrom = filters.pruneFrom();
    return pruneFrom == null ? left : StackEnds.pruneFrom(left, pruneFrom);
  }

  private static Profile tagged(
      Profile profile, Profile whole, Filters filters, List<String> unmatched) {
    TagFilter focus = filters.tagFocus();
    TagFilter ignore = filters.tagIgnore();
    if (focus == null && ignore == null) {
      return profile;
    }
    NumberUnits units = NumberUnits.of(whole);
    IntPredicate focused = focus == null ? sample -> true : focus.over(profile, units);
    IntPredicate ignored = ignore == null ? sample -> false : ignore.over(profile, units);
    boolean anyFocused = false;
    boolean anyIgnored = false;
    BitSet kept = new BitSet(profile.samples().size());
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      boolean isFocused = focused.test(sample);
      boolean isIgnored = ignored.test(sample);
      anyFocused |= isFocused;
      anyIgnored |= isIgnored;
      kept.set(sample, isFocused && !isIgnored);
    }
    if (focus != null && !anyFocused) {
      unmatched.add("tagfocus");
    }
    if (ignore != null && !anyIgnored) {
      unmatched.add("tagignore");
    }
    return Derived.withOnly(profile, kept);
  }

  /** All absolute values, or those of the base in a difference. */
  private static long total(Profile profile, int type) {
    SampleTable samples = profile.samples();
    long total = 0;
    for (int sample = 0; sample < samples.size(); sample++) {
      total += Math.abs(samples.value(sample, type));
    }
    long base = baseTotal(profile, type);
    return base > 0 ? base : total;
  }

  private static long baseTotal(Profile profile, int type) {
    LabelTable labels = profile.labels();
    SampleTable samples = profile.samples();
    long total = 0;
    int counted = -1; // a sample with the label twice counts once
    int sample = 0;
    int end = samples.size() == 0 ? 0 : labels.end(samples.size() - 1);
    for (int label = 0; label < end; label++) {
      if (labels.key(label).equals(BASE) && labels.text(label).equals("true")) {
        while (labels.end(sample) <= label) {
          sample++;
        }
        if (sample != counted) {
          total += Math.abs(samples.value(sample, type));
          counted = sample;
        }
      }
    }
    return total;
  }
}
