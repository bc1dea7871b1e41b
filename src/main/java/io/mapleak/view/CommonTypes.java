package io.mapleak.view;

import io.mapleak.profile.Header;
import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import io.mapleak.profile.ValueType;
import io.mapleak.unit.Measurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes profiles alike before they are added: of their sample types those that all have, in the
 * order of the first profile and in the finest of their units (profile/merge.go:
 * CompatibilizeSampleTypes; internal/measurement: ScaleProfiles).
 */
final class CommonTypes {
  private CommonTypes() {}

  static List<Profile> of(List<Profile> profiles) throws IncompatibleProfilesException {
    List<String> names = commonNames(profiles);
    if (names.isEmpty()) {
      throw new IncompatibleProfilesException("the profiles have no sample type in common");
    }
    List<Profile> alike = new ArrayList<>();
    for (Profile profile : profiles) {
      alike.add(chosen(profile, names));
    }
    return alike.size() == 1 ? alike : inOneUnit(alike);
  }

  /** A type that a profile has twice is in common with none. */
  private static List<String> commonNames(List<Profile> profiles) {
    Map<String, Integer> counts = new HashMap<>();
    for (Profile profile : profiles) {
      for (ValueType type : profile.sampleTypes()) {
        counts.merge(type.type(), 1, Integer::sum);
      }
    }
    return profiles.get(0).sampleTypes().stream()
        .map(ValueType::type)
        .filter(type -> counts.getOrDefault(type, 0) == profiles.size())
        .toList();
  }

  private static Profile chosen(Profile profile, List<String> names) {
    List<String> own = profile.sampleTypes().stream().map(ValueType::type).toList();
    if (own.equals(names)) {
      return profile;
    }
    SampleTable samples = profile.samples();
    List<ValueType> types = new ArrayList<>();
    long[][] columns = new long[names.size()][samples.size()];
    int[] stacks = new int[samples.size()];
    for (int i = 0; i < columns.length; i++) {
      int type = own.indexOf(names.get(i));
      types.add(profile.sampleTypes().get(type));
      for (int sample = 0; sample < stacks.length; sample++) {
        columns[i][sample] = samples.value(sample, type);
        stacks[sample] = samples.stack(sample);
      }
    }
    Header old = profile.header();
    String preferred = old.defaultSampleType();
    Header header =
        new Header(
            old.periodType(),
            old.period(),
            old.timeNanos(),
            old.durationNanos(),
            old.dropFrames(),
            old.keepFrames(),
            old.comments(),
            names.contains(preferred) ? preferred : names.get(0),
            old.docUrl());
    return with(profile, header, types, new SampleTable(stacks.length, columns, stacks));
  }

  private static List<Profile> inOneUnit(List<Profile> profiles)
      throws IncompatibleProfilesException {
    ValueType period = finest(profiles.stream().map(p -> p.header().periodType()).toList());
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < profiles.get(0).sampleTypes().size(); i++) {
      int type = i;
      types.add(finest(profiles.stream().map(p -> p.sampleTypes().get(type)).toList()));
    }
    List<Profile> scaled = new ArrayList<>();
    for (Profile profile : profiles) {
      scaled.add(scaled(profile, period, types));
    }
    return scaled;
  }

  /** The one of the finest unit. */
  private static ValueType finest(List<ValueType> types) throws IncompatibleProfilesException {
    ValueType finest = types.get(0);
    for (ValueType type : types) {
      if (!singular(type).equals(singular(finest))
          || !Measurement.isConvertible(type.unit(), finest.unit())) {
        throw new IncompatibleProfilesException(
            "the profiles don't measure the same: " + text(finest) + " and " + text(type));
      }
      if (Measurement.scale(1, type.unit(), finest.unit()).value() < 1) {
        finest = type;
      }
    }
    return finest;
  }

  private static String singular(ValueType type) {
    String name = type.type();
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  static String text(ValueType type) {
    return type.type() + "/" + type.unit();
  }

  private static Profile scaled(Profile profile, ValueType period, List<ValueType> types) {
    Header old = profile.header();
    String unit = old.periodType().unit();
    Header header =
        new Header(
            new ValueType(old.periodType().type(), period.unit()),
            GoLong.cut(Measurement.scale(old.period(), unit, period.unit()).value()),
            old.timeNanos(),
            old.durationNanos(),
            old.dropFrames(),
            old.keepFrames(),
            old.comments(),
            old.defaultSampleType(),
            old.docUrl());
    double[] ratios = new double[types.size()];
    List<ValueType> renamed = new ArrayList<>();
    boolean any = false;
    for (int i = 0; i < ratios.length; i++) {
      ValueType type = profile.sampleTypes().get(i);
      ratios[i] = Measurement.scale(1, type.unit(), types.get(i).unit()).value();
      any |= ratios[i] != 1;
      renamed.add(new ValueType(type.type(), types.get(i).unit()));
    }
    Profile values = any ? Derived.scaled(profile, ratios) : profile;
    return with(values, header, renamed, values.samples());
  }

  private static Profile with(
      Profile profile, Header header, List<ValueType> types, SampleTable samples) {
    return new Profile(
        header,
        types,
        samples,
        profile.stacks(),
        profile.labels(),
        profile.locations(),
        profile.functions(),
        profile.mappings());
  }
}
