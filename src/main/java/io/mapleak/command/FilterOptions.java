package io.mapleak.command;

import com.google.re2j.Pattern;
import io.mapleak.view.Filters;
import io.mapleak.view.TagFilter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a part of a profile, as google/pprof spells them. */
final class FilterOptions {
  @Option(
      names = {"-focus", "--focus"},
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Only samples with a frame that matches (function, source file or binary).")
  private @Nullable Pattern focus;

  @Option(
      names = {"-ignore", "--ignore"},
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Only samples without a frame that matches.")
  private @Nullable Pattern ignore;

  @Option(
      names = {"-hide", "--hide"},
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Leave out frames that match.")
  private @Nullable Pattern hide;

  @Option(
      names = {"-show", "--show"},
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Leave out frames that do not match.")
  private @Nullable Pattern show;

  @Option(
      names = {"-show_from", "--show_from", "--show-from"},
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Leave out frames above the first match, seen from the root.")
  private @Nullable Pattern showFrom;

  @Option(
      names = {"-prune_from", "--prune_from", "--prune-from"},
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Leave out frames below the first match, seen from the leaf.")
  private @Nullable Pattern pruneFrom;

  @Option(
      names = {"-tagfocus", "--tagfocus"},
      paramLabel = "FILTER",
      converter = PatternConverter.OfTags.class,
      description = "Only samples with such a label: REGEX, KEY=REGEX or a range, e.g. bytes=1mb:.")
  private @Nullable TagFilter tagFocus;

  @Option(
      names = {"-tagignore", "--tagignore"},
      paramLabel = "FILTER",
      converter = PatternConverter.OfTags.class,
      description = "Only samples without such a label.")
  private @Nullable TagFilter tagIgnore;

  @Option(
      names = {"-tagshow", "--tagshow"},
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Leave out labels whose key does not match.")
  private @Nullable Pattern tagShow;

  @Option(
      names = {"-taghide", "--taghide"},
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Leave out labels whose key matches.")
  private @Nullable Pattern tagHide;

  @Option(
      names = {"-tagroot", "--tagroot"},
      paramLabel = "KEYS",
      description = "Add frames of these labels at the root, e.g. tenant,request.")
  private String tagRoot = "";

  @Option(
      names = {"-tagleaf", "--tagleaf"},
      paramLabel = "KEYS",
      description = "Add frames of these labels at the leaf, e.g. bytes.")
  private String tagLeaf = "";

  @Option(
      names = {"-relative_percentages", "--relative_percentages", "--relative-percentages"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "Percentages are of what the filters leave.")
  private boolean relative;

  /** The filters asked for; an empty text asks for none. */
  Filters filters() {
    return new Filters(
        given(focus),
        given(ignore),
        given(hide),
        given(show),
        given(showFrom),
        given(pruneFrom),
        given(tagFocus),
        given(tagIgnore),
        given(tagShow),
        given(tagHide),
        keys(tagRoot),
        keys(tagLeaf),
        relative);
  }

  private static @Nullable Pattern given(@Nullable Pattern pattern) {
    return pattern == null || pattern.pattern().isEmpty() ? null : pattern;
  }

  private static @Nullable TagFilter given(@Nullable TagFilter filter) {
    return filter == null || filter.text().isEmpty() ? null : filter;
  }

  private static List<String> keys(String joined) {
    return Stream.of(joined.split(",")).filter(key -> !key.isEmpty()).toList();
  }
}
