package io.mapleak.view;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.Header;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the frames that a profile asks to drop, and what they called (profile/prune.go: Prune): the
 * allocator below the call of {@code malloc}, say. Frames nearer to the root than the first one
 * that is not to be dropped stay.
 */
final class DroppedFrames {
  private static final String[] RESERVED = {"(anonymous namespace)", "operator()"};

  private final Profile profile;
  private final LocationTable locations;
  private final byte[] matches; // by function: 0 not asked yet, 1 no, 2 yes
  private final Pattern drop;
  private final @Nullable Pattern keep;

  private DroppedFrames(Profile profile, Pattern drop, @Nullable Pattern keep) {
    this.profile = profile;
    this.locations = profile.locations();
    this.matches = new byte[profile.functions().size()];
    this.drop = drop;
    this.keep = keep;
  }

  /** The profile without them; itself when it asks for none, or with a pattern that is wrong. */
  static Profile of(Profile profile) {
    Header header = profile.header();
    if (header.dropFrames().isEmpty()) {
      return profile;
    }
    try {
      Pattern drop = whole(header.dropFrames());
      Pattern keep = header.keepFrames().isEmpty() ? null : whole(header.keepFrames());
      return new DroppedFrames(profile, drop, keep).prune();
    } catch (PatternSyntaxException e) {
      return profile; // as pprof does
    }
  }

  /** The profile that asks for none. */
  static Profile notAsked(Profile profile) {
    Header old = profile.header();
    Header header =
        new Header(
            old.periodType(),
            old.period(),
            old.timeNanos(),
            old.durationNanos(),
            "",
            "",
            old.comments(),
            old.defaultSampleType(),
            old.docUrl());
    return new Profile(
        header,
        profile.sampleTypes(),
        profile.samples(),
        profile.stacks(),
        profile.labels(),
        profile.locations(),
        profile.functions(),
        profile.mappings());
  }

  private static Pattern whole(String pattern) {
    return Pattern.compile("^(" + pattern + ")$");
  }

  private Profile prune() {
    int count = locations.size();
    boolean[] cut = new boolean[count];
    boolean[] whole = new boolean[count];
    LocationColumns columns = new LocationColumns(count, locations.lineCount());
    for (int location = 0; location < count; location++) {
      int start = locations.lineStart(location);
      int last = locations.lineEnd(location) - 1;
      int line = last;
      while (line >= start && !isDropped(locations.function(line))) {
        line--;
      }
      cut[location] = line >= start;
      whole[location] = cut[location] && line == last;
      columns.copy(locations, location, cut[location] && line < last ? line + 1 : start);
    }
    return new Profile(
        profile.header(),
        profile.sampleTypes(),
        profile.samples(),
        stacks(cut, whole),
        profile.labels(),
        columns.table(),
        profile.functions(),
        profile.mappings());
  }

  private StackTable stacks(boolean[] cut, boolean[] whole) {
    StackTable old = profile.stacks();
    int[] starts = new int[old.size()];
    int[] ends = new int[old.size()];
    for (int stack = 0; stack < old.size(); stack++) {
      starts[stack] = firstKept(old, stack, cut, whole);
      ends[stack] = old.end(stack);
    }
    return Derived.cut(old, starts, ends);
  }

  private static int firstKept(StackTable stacks, int stack, boolean[] cut, boolean[] whole) {
    boolean foundUser = false;
    for (int position = stacks.end(stack) - 1; position >= stacks.start(stack); position--) {
      int location = stacks.locationAt(position);
      if (!cut[location]) {
        foundUser = true;
      } else if (foundUser) {
        return whole[location] ? position + 1 : position;
      }
    }
    return stacks.start(stack);
  }

  private boolean isDropped(int function) {
    if (function < 0) {
      return false;
    }
    if (matches[function] == 0) {
      FunctionTable functions = profile.functions();
      String name = functions.name(function);
      matches[function] = (byte) (!name.isEmpty() && asked(withoutArguments(name)) ? 2 : 1);
    }
    return matches[function] == 2;
  }

  private boolean asked(String name) {
    return drop.matcher(name).find() && (keep == null || !keep.matcher(name).find());
  }

  /** A name up to its argument list; a leading dot is of PowerPC's ABI. */
  static String withoutArguments(String name) {
    String simple = name.startsWith(".") ? name.substring(1) : name;
    int i = 0;
    while (i < simple.length()) {
      int reserved = reservedAt(simple, i);
      if (reserved == 0 && simple.charAt(i) == '(') {
        return simple.substring(0, i);
      }
      i += Math.max(1, reserved);
    }
    return simple;
  }

  /** Length of the reserved name at a position; 0 when there is none. */
  private static int reservedAt(String name, int position) {
    for (String reserved : RESERVED) {
      if (name.startsWith(reserved, position)) {
        return reserved.length();
      }
    }
    return 0;
  }
}
