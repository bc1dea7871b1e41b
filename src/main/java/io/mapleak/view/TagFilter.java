package io.mapleak.view;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The value of the options tagfocus and tagignore: a range of quantities, or patterns joined by
 * commas, either with a key before an equals sign (internal/driver/driver_focus.go:
 * compileTagFilter). With a key one pattern must match one of its texts; without, each pattern a
 * text written {@code key:text}.
 */
public final class TagFilter {
  private final String text;
  private final @Nullable String key;
  private final @Nullable TagRange range;
  private final List<Pattern> patterns;

  private TagFilter(
      String text, @Nullable String key, @Nullable TagRange range, List<Pattern> patterns) {
    this.text = text;
    this.key = key;
    this.range = range;
    this.patterns = List.copyOf(patterns);
  }

  /**
   * Reads a filter.
   *
   * @throws IllegalArgumentException when it is neither a range nor made of patterns; the message
   *     says why
   */
  public static TagFilter parse(String text) {
    int equals = text.indexOf('=');
    String key = equals < 0 ? null : text.substring(0, equals);
    String value = text.substring(equals + 1);
    TagRange range = TagRange.parse(value);
    List<Pattern> patterns = new ArrayList<>();
    if (range == null) {
      for (String part : value.split(",", -1)) {
        try {
          patterns.add(Pattern.compile(part));
        } catch (PatternSyntaxException e) {
          throw new IllegalArgumentException(e.getMessage(), e);
        }
      }
    }
    return new TagFilter(text, key, range, patterns);
  }

  /** The filter as it was written. */
  public String text() {
    return text;
  }

  /** Whether it was read as a range of quantities. */
  public boolean isRange() {
    return range != null;
  }

  /** Says of each sample whether it matches. */
  IntPredicate over(Profile profile, NumberUnits units) {
    LabelTable labels = profile.labels();
    TagRange wanted = range;
    if (wanted != null) {
      return sample -> hasNumber(labels, sample, wanted, units);
    }
    return key == null
        ? sample -> patterns.stream().allMatch(p -> hasLabel(labels, sample, p))
        : sample -> patterns.stream().anyMatch(p -> hasText(labels, sample, p));
  }

  private boolean hasNumber(LabelTable labels, int sample, TagRange wanted, NumberUnits units) {
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      String name = labels.key(label);
      if (labels.text(label).isEmpty()
          && (key == null || key.equals(name))
          && wanted.contains(labels.number(label), units.of(name))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasText(LabelTable labels, int sample, Pattern pattern) {
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      String value = labels.text(label);
      if (!value.isEmpty() && labels.key(label).equals(key) && pattern.matcher(value).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLabel(LabelTable labels, int sample, Pattern pattern) {
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      String value = labels.text(label);
      if (!value.isEmpty() && pattern.matcher(labels.key(label) + ":" + value).find()) {
        return true;
      }
    }
    return false;
  }
}
