package io.mapleak.evidence;

import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.ArrayList;
import java.util.List;

/** A goroutine or goroutineleak profile in protocol buffers, as runtime/pprof writes it. */
final class GoroutineProfile {
  private GoroutineProfile() {}

  /**
   * The goroutines of a profile.
   *
   * @param type name of its sample type, {@code goroutine} or {@code goroutineleak}
   */
  static GoroutineSnapshot read(Profile profile, String type) {
    boolean leaked = type.equals("goroutineleak");
    int column = profile.sampleTypeIndex(type);
    GoroutineCounts counts = new GoroutineCounts();
    List<List<StackFrame>> stacks = new ArrayList<>();
    for (int stack = 0; stack < profile.stacks().size(); stack++) {
      stacks.add(frames(profile, stack));
    }
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      long count = Math.max(0, profile.samples().value(sample, column));
      counts.add(count, "", 0, leaked, stacks.get(profile.samples().stack(sample)), null);
    }
    return counts.snapshot(
        leaked ? GoroutineSnapshot.Form.LEAKED : GoroutineSnapshot.Form.PROFILE,
        profile.header().timeNanos());
  }

  /** Frames of a stack, innermost first; locations without a function are left out. */
  static List<StackFrame> frames(Profile profile, int stack) {
    StackTable stacks = profile.stacks();
    LocationTable locations = profile.locations();
    List<StackFrame> frames = new ArrayList<>();
    for (int i = stacks.start(stack); i < stacks.end(stack); i++) {
      int location = stacks.locationAt(i);
      for (int at = locations.lineStart(location); at < locations.lineEnd(location); at++) {
        int function = locations.function(at);
        if (function >= 0) {
          frames.add(
              new StackFrame(
                  profile.functions().name(function),
                  profile.functions().file(function),
                  locations.line(at)));
        }
      }
    }
    return frames;
  }
}
