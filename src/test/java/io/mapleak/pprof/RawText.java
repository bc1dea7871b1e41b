package io.mapleak.pprof;

import io.mapleak.profile.Profile;
import io.mapleak.profile.ValueType;
import java.util.Locale;

/** The text of google/pprof's {@code Profile.String}, as far as profiles in text form need it. */
final class RawText {
  private final Profile profile;
  private final StringBuilder text = new StringBuilder();

  private RawText(Profile profile) {
    this.profile = profile;
  }

  static String of(Profile profile) {
    RawText raw = new RawText(profile);
    raw.header();
    for (int i = 0; i < profile.samples().size(); i++) {
      raw.sample(i);
    }
    raw.text.append("Locations\n");
    for (int i = 0; i < profile.locations().size(); i++) {
      raw.location(i);
    }
    raw.text.append("Mappings\n");
    for (int i = 0; i < profile.mappings().size(); i++) {
      raw.mapping(i);
    }
    return raw.text.toString();
  }

  private void add(String format, Object... parts) {
    text.append(String.format(Locale.ROOT, format, parts));
  }

  private void header() {
    ValueType period = profile.header().periodType();
    add(
        "PeriodType: %s %s\nPeriod: %d\nSamples:\n",
        period.type(), period.unit(), profile.header().period());
    String types = "";
    for (ValueType type : profile.sampleTypes()) {
      types += (types.isEmpty() ? "" : " ") + type.type() + "/" + type.unit();
    }
    add("%s\n", types);
  }

  private void sample(int sample) {
    for (int type = 0; type < profile.sampleTypes().size(); type++) {
      add(" %10d", profile.samples().value(sample, type));
    }
    text.append(": ");
    int stack = profile.samples().stack(sample);
    for (int i = profile.stacks().start(stack); i < profile.stacks().end(stack); i++) {
      add("%d ", profile.locations().id(profile.stacks().locationAt(i)));
    }
    text.append('\n');
    for (int label = profile.labels().start(sample);
        label < profile.labels().end(sample);
        label++) {
      add("%16s%s:[%d]\n", "", profile.labels().key(label), profile.labels().number(label));
    }
  }

  private void location(int location) {
    add("%6d: 0x%x ", profile.locations().id(location), profile.locations().address(location));
    int mapping = profile.locations().mapping(location);
    if (mapping >= 0) {
      add("M=%d ", profile.mappings().id(mapping));
    }
    for (int line = profile.locations().lineStart(location);
        line < profile.locations().lineEnd(location);
        line++) {
      int function = profile.locations().function(line);
      add(
          "%s %s:%d:0 s=0",
          profile.functions().name(function),
          profile.functions().file(function),
          profile.locations().line(line));
    }
    text.append('\n');
  }

  private void mapping(int mapping) {
    add(
        "%d: 0x%x/0x%x/0x%x %s %s \n",
        profile.mappings().id(mapping),
        profile.mappings().start(mapping),
        profile.mappings().limit(mapping),
        profile.mappings().offset(mapping),
        profile.mappings().file(mapping),
        profile.mappings().buildId(mapping));
  }
}
