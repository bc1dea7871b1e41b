package io.mapleak.view;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LabelTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import io.mapleak.profile.StackTable;
import io.mapleak.unit.Measurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The options tagroot and tagleaf: frames made of labels, at the root or at the leaf of every stack
 * (internal/driver/tagroot.go). Such a frame's function is the label's value, its file the key.
 */
final class TagFrames {
  private record Frame(String name, String key) {}

  private record Dressed(int stack, List<Integer> leaves, List<Integer> roots) {}

  private final Profile profile;
  private final LabelTable labels;
  private final String unit;
  private final Map<Frame, Integer> locations = new HashMap<>();
  private final List<Frame> frames = new ArrayList<>();

  private TagFrames(Profile profile, String unit) {
    this.profile = profile;
    this.labels = profile.labels();
    this.unit = unit;
  }

  /**
   * The profile with these frames; itself when none is asked for.
   *
   * @param unit in which numbers with a unit are shown
   * @param unmatched takes the names of those options whose labels no sample has
   */
  static Profile of(
      Profile profile,
      List<String> roots,
      List<String> leaves,
      String unit,
      List<String> unmatched) {
    if (roots.isEmpty() && leaves.isEmpty()) {
      return profile;
    }
    TagFrames tagFrames = new TagFrames(profile, unit);
    if (!roots.isEmpty() && !tagFrames.hasAny(roots)) {
      unmatched.add("tagroot");
    }
    if (!leaves.isEmpty() && !tagFrames.hasAny(leaves)) {
      unmatched.add("tagleaf");
    }
    return tagFrames.dressed(roots, leaves);
  }

  private boolean hasAny(List<String> keys) {
    int size = profile.samples().size();
    int end = size == 0 ? 0 : labels.end(size - 1);
    for (int label = 0; label < end; label++) {
      if (keys.contains(labels.key(label))) {
        return true;
      }
    }
    return false;
  }

  private Profile dressed(List<String> roots, List<String> leaves) {
    SampleTable samples = profile.samples();
    Map<Dressed, Integer> known = new HashMap<>();
    List<Dressed> stacks = new ArrayList<>();
    int[] stackOf = new int[samples.size()];
    for (int sample = 0; sample < stackOf.length; sample++) {
      List<Integer> atRoot = locations(sample, roots);
      List<Integer> atLeaf = locations(sample, leaves);
      Dressed stack = new Dressed(samples.stack(sample), atLeaf, atRoot);
      Integer index = known.putIfAbsent(stack, stacks.size());
      if (index == null) {
        index = stacks.size();
        stacks.add(stack);
      }
      stackOf[sample] = index;
    }
    long[][] columns = new long[profile.sampleTypes().size()][stackOf.length];
    for (int type = 0; type < columns.length; type++) {
      for (int sample = 0; sample < stackOf.length; sample++) {
        columns[type][sample] = samples.value(sample, type);
      }
    }
    return new Profile(
        profile.header(),
        profile.sampleTypes(),
        new SampleTable(stackOf.length, columns, stackOf),
        table(stacks),
        labels,
        locationTable(),
        functionTable(),
        profile.mappings());
  }

  /** The last key is nearest to the leaf. */
  private List<Integer> locations(int sample, List<String> keys) {
    List<Integer> found = new ArrayList<>(keys.size());
    for (int i = keys.size() - 1; i >= 0; i--) {
      Frame frame = new Frame(values(sample, keys.get(i)), keys.get(i));
      Integer location = locations.get(frame);
      if (location == null) {
        location = profile.locations().size() + frames.size();
        locations.put(frame, location);
        frames.add(frame);
      }
      found.add(location);
    }
    return found;
  }

  private String values(int sample, String key) {
    List<String> texts = new ArrayList<>();
    boolean withUnits = false;
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      if (labels.key(label).equals(key)) {
        withUnits |= !labels.unit(label).isEmpty();
        if (!labels.text(label).isEmpty()) {
          texts.add(labels.text(label));
        }
      }
    }
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      if (labels.key(label).equals(key) && labels.text(label).isEmpty()) {
        long number = labels.number(label);
        texts.add(
            withUnits
                ? Measurement.label(number, labels.unit(label), unit)
                : Measurement.label(number, "", ""));
      }
    }
    return String.join(",", texts);
  }

  private StackTable table(List<Dressed> stacks) {
    StackTable old = profile.stacks();
    int[] starts = new int[stacks.size() + 1];
    for (int i = 0; i < stacks.size(); i++) {
      Dressed stack = stacks.get(i);
      int depth = stack.leaves.size() + old.depth(stack.stack) + stack.roots.size();
      starts[i + 1] = Math.addExact(starts[i], depth);
    }
    int[] all = new int[starts[stacks.size()]];
    for (int i = 0; i < stacks.size(); i++) {
      Dressed stack = stacks.get(i);
      int end = starts[i];
      for (int leaf : stack.leaves) {
        all[end++] = leaf;
      }
      for (int at = old.start(stack.stack); at < old.end(stack.stack); at++) {
        all[end++] = old.locationAt(at);
      }
      for (int root : stack.roots) {
        all[end++] = root;
      }
    }
    return new StackTable(starts, all);
  }

  private LocationTable locationTable() {
    LocationTable old = profile.locations();
    int size = old.size();
    LocationColumns columns =
        new LocationColumns(size + frames.size(), old.lineCount() + frames.size());
    long last = 0;
    for (int location = 0; location < size; location++) {
      columns.copy(old, location, old.lineStart(location));
      last = Long.compareUnsigned(old.id(location), last) > 0 ? old.id(location) : last;
    }
    for (int i = 0; i < frames.size(); i++) {
      columns.add(size + i, last + 1 + i, profile.functions().size() + i);
    }
    return columns.table();
  }

  private FunctionTable functionTable() {
    FunctionTable old = profile.functions();
    int size = old.size();
    FunctionColumns columns = new FunctionColumns(size + frames.size());
    long last = 0;
    for (int function = 0; function < size; function++) {
      columns.copy(old, function, old.name(function));
      last = Long.compareUnsigned(old.id(function), last) > 0 ? old.id(function) : last;
    }
    for (int i = 0; i < frames.size(); i++) {
      columns.add(last + 1 + i, frames.get(i).name, frames.get(i).key);
    }
    return columns.table();
  }
}
