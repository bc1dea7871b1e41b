package io.mapleak.view;

import com.google.re2j.Pattern;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The options focus, ignore, hide and show: which samples stay, by the names of their frames, and
 * which frames of them (profile/filter.go: FilterSamplesByName). A sample without any frame left is
 * dropped.
 */
final class FrameFilter {
  private static final byte FOCUSED = 1;
  private static final byte IGNORED = 2;

  private final Profile profile;
  private final LocationTable locations;
  private final byte[] marks;
  private final boolean[] hidden;
  private boolean anyHidden;

  private FrameFilter(Profile profile) {
    this.profile = profile;
    this.locations = profile.locations();
    this.marks = new byte[locations.size()];
    this.hidden = new boolean[locations.size()];
  }

  /**
   * The profile so filtered.
   *
   * @param unmatched takes the names of those options whose pattern matched nothing
   */
  static Profile of(Profile profile, Filters filters, List<String> unmatched) {
    if (filters.focus() == null
        && filters.ignore() == null
        && filters.hide() == null
        && filters.show() == null) {
      return profile;
    }
    FrameFilter filter = new FrameFilter(profile);
    filter.mark(filters.focus(), filters.ignore(), unmatched);
    LocationTable left = filter.lines(filters.hide(), filters.show(), unmatched);
    return filter.filtered(left);
  }

  private void mark(@Nullable Pattern focus, @Nullable Pattern ignore, List<String> unmatched) {
    NameMatches focused = focus == null ? null : new NameMatches(profile, focus);
    NameMatches ignored = ignore == null ? null : new NameMatches(profile, ignore);
    boolean anyFocused = false;
    boolean anyIgnored = false;
    for (int location = 0; location < marks.length; location++) {
      if (ignored != null && ignored.location(location)) {
        marks[location] = IGNORED;
        anyIgnored = true;
      } else if (focused == null || focused.location(location)) {
        marks[location] = FOCUSED;
        anyFocused = true;
      }
    }
    if (focus != null && !anyFocused) {
      unmatched.add("focus");
    }
    if (ignore != null && !anyIgnored) {
      unmatched.add("ignore");
    }
  }

  private LocationTable lines(
      @Nullable Pattern hide, @Nullable Pattern show, List<String> unmatched) {
    if (hide == null && show == null) {
      return locations;
    }
    NameMatches hiding = hide == null ? null : new NameMatches(profile, hide);
    NameMatches showing = show == null ? null : new NameMatches(profile, show);
    LocationColumns columns = new LocationColumns(locations.size(), locations.lineCount());
    boolean anyHide = false;
    boolean anyShow = false;
    for (int location = 0; location < locations.size(); location++) {
      IntPredicate left = line -> true;
      if (hiding != null && hiding.location(location)) {
        anyHide = true;
        boolean all = hiding.binary(location);
        left = line -> !all && !hiding.line(line);
        hidden[location] = !hasLine(location, left);
      }
      if (showing != null) {
        IntPredicate before = left;
        boolean all = showing.binary(location);
        left = line -> before.test(line) && (all || isShown(showing, line));
        boolean any = hasLine(location, left);
        hidden[location] |= !any;
        anyShow |= any;
      }
      anyHidden |= hidden[location];
      columns.copy(locations, location, left);
    }
    if (hide != null && !anyHide) {
      unmatched.add("hide");
    }
    if (show != null && !anyShow) {
      unmatched.add("show");
    }
    return columns.table();
  }

  /** A line without a function is shown, whatever the pattern. */
  private boolean isShown(NameMatches showing, int line) {
    return locations.function(line) < 0 || showing.line(line);
  }

  private boolean hasLine(int location, IntPredicate wanted) {
    for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
      if (wanted.test(line)) {
        return true;
      }
    }
    return false;
  }

  private Profile filtered(LocationTable left) {
    StackTable old = profile.stacks();
    StackTable stacks = anyHidden ? Derived.without(old, hidden) : old;
    BitSet keptStacks = new BitSet(old.size());
    int[] frames = {};
    for (int stack = 0; stack < old.size(); stack++) {
      frames = old.copy(stack, frames);
      boolean wanted = isWanted(frames, old.depth(stack));
      keptStacks.set(stack, wanted && (!anyHidden || stacks.depth(stack) > 0));
    }
    BitSet kept = new BitSet(profile.samples().size());
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      kept.set(sample, keptStacks.get(profile.samples().stack(sample)));
    }
    return Derived.withOnly(Derived.withStacks(profile, stacks, left), kept);
  }

  private boolean isWanted(int[] frames, int depth) {
    boolean focused = false;
    for (int i = 0; i < depth; i++) {
      byte mark = marks[frames[i]];
      if (mark == IGNORED) {
        return false;
      }
      focused |= mark == FOCUSED;
    }
    return focused;
  }
}
