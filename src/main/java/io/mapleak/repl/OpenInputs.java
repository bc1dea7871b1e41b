package io.mapleak.repl;

import io.mapleak.analysis.InputReport;
import io.mapleak.analysis.Series;
import io.mapleak.analysis.Snapshot;
import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.ValueType;
import io.mapleak.unit.GoTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the shell has open: inputs, the series they are, and which profile views show. Immutable.
 *
 * @param inputs as they were named
 * @param profiles paths of the profiles that views can show, oldest first
 * @param shown index of the one they show; {@link #ALL}: all, added up
 * @param series the same as a series
 */
record OpenInputs(List<String> inputs, List<String> profiles, int shown, @Nullable Series series) {
  static final int ALL = -1;

  static final OpenInputs NOTHING = new OpenInputs(List.of(), List.of(), ALL, null);

  OpenInputs {
    inputs = List.copyOf(inputs);
    profiles = List.copyOf(profiles);
  }

  /** What was read; views show the newest profile. */
  static OpenInputs of(List<String> inputs, Series series) {
    List<String> profiles = new ArrayList<>();
    for (Snapshot snapshot : series.snapshots()) {
      profiles.add(snapshot.path());
    }
    if (profiles.isEmpty()) {
      for (InputReport input : series.inputs()) {
        if (input.status() == InputReport.Status.OK && Files.isRegularFile(Path.of(input.path()))) {
          profiles.add(input.path());
        }
      }
    }
    return new OpenInputs(inputs, profiles, profiles.size() - 1, series);
  }

  /** The same with views of another profile, counted from 0. */
  OpenInputs showing(int profile) {
    return new OpenInputs(inputs, profiles, profile, series);
  }

  /** The files that views get. */
  List<String> forViews() {
    return shown == ALL ? profiles : List.of(profiles.get(shown));
  }

  /** The profile whose names are completed; null where none is open. */
  @Nullable Profile profile() {
    if (series == null || series.snapshots().isEmpty()) {
      return null;
    }
    int last = series.snapshots().size() - 1;
    return series.snapshots().get(shown == ALL ? last : Math.min(shown, last)).profile();
  }

  /** Names of all functions, sorted. */
  Set<String> functions() {
    Set<String> names = new TreeSet<>();
    Profile profile = profile();
    if (profile != null) {
      FunctionTable functions = profile.functions();
      for (int function = 0; function < functions.size(); function++) {
        names.add(functions.name(function));
      }
    }
    return names;
  }

  /** Names of the sample types, in file order. */
  List<String> sampleTypes() {
    Profile profile = profile();
    return profile == null
        ? List.of()
        : profile.sampleTypes().stream().map(ValueType::type).toList();
  }

  /** What is open, one profile a line, the shown one marked. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < profiles.size(); i++) {
      boolean marked = shown == ALL || shown == i;
      text.append(marked ? "* " : "  ").append(i + 1).append("  ").append(profiles.get(i));
      text.append(time(i)).append('\n');
    }
    return text.isEmpty() ? "nothing is open: open FILE...\n" : text.toString();
  }

  private String time(int index) {
    if (series == null || index >= series.snapshots().size()) {
      return "";
    }
    long nanos = series.snapshots().get(index).timeNanos();
    return nanos == 0 ? "" : "  " + GoTime.seconds(nanos, ZoneOffset.UTC);
  }
}
