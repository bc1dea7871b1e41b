package io.mapleak.view;

import com.google.re2j.Pattern;
import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.BitSet;
import java.util.List;

/**
 * The options show_from and prune_from: stacks cut at one of their ends (profile/filter.go:
 * ShowFrom, profile/prune.go: PruneFrom).
 */
final class StackEnds {
  private StackEnds() {}

  /**
   * Stacks from the match that is nearest to the root on; samples without a match are dropped.
   *
   * @param unmatched takes the option's name when nothing matched
   */
  static Profile showFrom(Profile profile, Pattern pattern, List<String> unmatched) {
    LocationTable locations = profile.locations();
    NameMatches matches = new NameMatches(profile, pattern);
    BitSet matched = new BitSet(locations.size());
    LocationColumns columns = new LocationColumns(locations.size(), locations.lineCount());
    for (int location = 0; location < locations.size(); location++) {
      int end = locations.lineEnd(location);
      if (matches.binary(location)) {
        matched.set(location);
      } else {
        int line = end - 1;
        while (line >= locations.lineStart(location) && !matches.line(line)) {
          line--;
        }
        if (line >= locations.lineStart(location)) {
          matched.set(location);
          end = line + 1;
        }
      }
      int after = end;
      columns.copy(locations, location, line -> line < after);
    }
    if (matched.isEmpty()) {
      unmatched.add("show_from");
    }
    StackTable old = profile.stacks();
    int[] starts = new int[old.size()];
    int[] ends = new int[old.size()];
    for (int stack = 0; stack < starts.length; stack++) {
      starts[stack] = old.start(stack);
      ends[stack] = old.end(stack);
      while (ends[stack] > starts[stack] && !matched.get(old.locationAt(ends[stack] - 1))) {
        ends[stack]--;
      }
    }
    BitSet kept = new BitSet(profile.samples().size());
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      int stack = profile.samples().stack(sample);
      kept.set(sample, ends[stack] > starts[stack]);
    }
    StackTable stacks = Derived.cut(old, starts, ends);
    return Derived.withOnly(Derived.withStacks(profile, stacks, columns.table()), kept);
  }

  /** Stacks up to the match that is nearest to the leaf; others stay whole. */
  static Profile pruneFrom(Profile profile, Pattern pattern) {
    LocationTable locations = profile.locations();
    FunctionTable functions = profile.functions();
    boolean[] found = new boolean[functions.size()];
    for (int function = 0; function < found.length; function++) {
      String name = functions.name(function);
      found[function] =
          !name.isEmpty() && pattern.matcher(DroppedFrames.withoutArguments(name)).find();
    }
    BitSet matched = new BitSet(locations.size());
    LocationColumns columns = new LocationColumns(locations.size(), locations.lineCount());
    for (int location = 0; location < locations.size(); location++) {
      int first = locations.lineStart(location);
      for (int line = first; line < locations.lineEnd(location); line++) {
        int function = locations.function(line);
        if (function >= 0 && found[function]) {
          matched.set(location);
          first = line;
          break;
        }
      }
      columns.copy(locations, location, first);
    }
    StackTable old = profile.stacks();
    int[] starts = new int[old.size()];
    int[] ends = new int[old.size()];
    for (int stack = 0; stack < starts.length; stack++) {
      int start = old.start(stack);
      ends[stack] = old.end(stack);
      while (start < ends[stack] && !matched.get(old.locationAt(start))) {
        start++;
      }
      starts[stack] = start < ends[stack] ? start : old.start(stack);
    }
    return Derived.withStacks(profile, Derived.cut(old, starts, ends), columns.table());
  }
}
