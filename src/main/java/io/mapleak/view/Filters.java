package io.mapleak.view;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What part of a profile a report is about, by google/pprof's options of the same names; null: not
 * asked for.
 *
 * @param focus samples with a frame that matches
 * @param ignore samples without such a frame
 * @param hide frames that are left out
 * @param show frames that are left in
 * @param showFrom stacks from the root-most match on
 * @param pruneFrom stacks up to the match that is nearest to the leaf
 * @param tagFocus samples with a label that matches
 * @param tagIgnore samples without such a label
 * @param tagShow keys of labels that are left in
 * @param tagHide keys of labels that are left out
 * @param tagRoot keys of labels that become frames at the root
 * @param tagLeaf keys of labels that become frames at the leaf
 * @param relative whether percentages are of what is left
 */
public record Filters(
    @Nullable Pattern focus,
    @Nullable Pattern ignore,
    @Nullable Pattern hide,
    @Nullable Pattern show,
    @Nullable Pattern showFrom,
    @Nullable Pattern pruneFrom,
    @Nullable TagFilter tagFocus,
    @Nullable TagFilter tagIgnore,
    @Nullable Pattern tagShow,
    @Nullable Pattern tagHide,
    List<String> tagRoot,
    List<String> tagLeaf,
    boolean relative) {
  /** The whole profile. */
  public static final Filters NONE =
      new Filters(
          null, null, null, null, null, null, null, null, null, null, List.of(), List.of(), false);

  /** Bytes of a filter that a legend shows. */
  private static final int SHOWN_BYTES = 80;

  public Filters {
    tagRoot = List.copyOf(tagRoot);
    tagLeaf = List.copyOf(tagLeaf);
  }

  /** The filters that a report names, e.g. {@code focus=main}; pprof doesn't name prune_from. */
  List<String> named() {
    List<String> named = new ArrayList<>();
    add(named, "focus", focus);
    add(named, "ignore", ignore);
    add(named, "hide", hide);
    add(named, "show", show);
    add(named, "show_from", showFrom);
    add(named, "tagfocus", tagFocus == null ? "" : tagFocus.text());
    add(named, "tagignore", tagIgnore == null ? "" : tagIgnore.text());
    add(named, "tagshow", tagShow);
    add(named, "taghide", tagHide);
    return named;
  }

  private static void add(List<String> named, String name, @Nullable Pattern pattern) {
    add(named, name, pattern == null ? "" : pattern.pattern());
  }

  private static void add(List<String> named, String name, String value) {
    if (!value.isEmpty()) {
      named.add(shortened(name + "=" + value));
    }
  }

  private static String shortened(String filter) {
    byte[] utf8 = filter.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= SHOWN_BYTES) {
      return filter;
    }
    int end = SHOWN_BYTES;
    while ((utf8[end] & 0xc0) == 0x80) {
      end--; // not inside a character
    }
    return new String(utf8, 0, end, StandardCharsets.UTF_8) + "\u2026";
  }
}
