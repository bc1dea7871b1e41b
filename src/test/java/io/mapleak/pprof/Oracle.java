package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.pprof.proto.ProfileProto;
import io.mapleak.profile.Profile;
import io.mapleak.profile.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares every accessor of a decoded profile with the message of the generated class. */
final class Oracle {
  private final ProfileProto.Profile message;
  private final Profile profile;

  private Oracle(ProfileProto.Profile message, Profile profile) {
    this.message = message;
    this.profile = profile;
  }

  static void assertSame(ProfileProto.Profile message, Profile profile) {
    Oracle oracle = new Oracle(message, profile);
    oracle.header();
    oracle.samples();
    oracle.locations();
    oracle.functions();
    oracle.mappings();
    oracle.stacksAreDistinct();
  }

  private String text(long index) {
    return message.getStringTable((int) index);
  }

  private ValueType type(ProfileProto.ValueType type) {
    return new ValueType(text(type.getType()), text(type.getUnit()));
  }

  private void header() {
    assertThat(profile.sampleTypes())
        .isEqualTo(message.getSampleTypeList().stream().map(this::type).toList());
    assertThat(profile.header().periodType()).isEqualTo(type(message.getPeriodType()));
    assertThat(profile.header().period()).isEqualTo(message.getPeriod());
    assertThat(profile.header().timeNanos()).isEqualTo(message.getTimeNanos());
    assertThat(profile.header().durationNanos()).isEqualTo(message.getDurationNanos());
    assertThat(profile.header().dropFrames()).isEqualTo(text(message.getDropFrames()));
    assertThat(profile.header().keepFrames()).isEqualTo(text(message.getKeepFrames()));
    assertThat(profile.header().comments())
        .isEqualTo(message.getCommentList().stream().map(this::text).toList());
    assertThat(profile.header().defaultSampleType())
        .isEqualTo(text(message.getDefaultSampleType()));
    assertThat(profile.header().docUrl()).isEqualTo(text(message.getDocUrl()));
  }

  private void samples() {
    assertThat(profile.samples().size()).isEqualTo(message.getSampleCount());
    for (int i = 0; i < message.getSampleCount(); i++) {
      ProfileProto.Sample sample = message.getSample(i);
      List<Long> values = new ArrayList<>();
      for (int type = 0; type < message.getSampleTypeCount(); type++) {
        values.add(profile.samples().value(i, type));
      }
      assertThat(values).isEqualTo(sample.getValueList());
      assertThat(stack(profile.samples().stack(i))).isEqualTo(sample.getLocationIdList());
      assertThat(profile.labels().end(i) - profile.labels().start(i))
          .isEqualTo(sample.getLabelCount());
      for (int l = 0; l < sample.getLabelCount(); l++) {
        int label = profile.labels().start(i) + l;
        assertThat(profile.labels().key(label)).isEqualTo(text(sample.getLabel(l).getKey()));
        assertThat(profile.labels().text(label)).isEqualTo(text(sample.getLabel(l).getStr()));
        assertThat(profile.labels().number(label)).isEqualTo(sample.getLabel(l).getNum());
        assertThat(profile.labels().unit(label)).isEqualTo(text(sample.getLabel(l).getNumUnit()));
      }
    }
  }

  private List<Long> stack(int stack) {
    List<Long> ids = new ArrayList<>();
    for (int i = profile.stacks().start(stack); i < profile.stacks().end(stack); i++) {
      ids.add(profile.locations().id(profile.stacks().locationAt(i)));
    }
    return ids;
  }

  private void locations() {
    assertThat(profile.locations().size()).isEqualTo(message.getLocationCount());
    for (int i = 0; i < message.getLocationCount(); i++) {
      ProfileProto.Location location = message.getLocation(i);
      assertThat(profile.locations().id(i)).isEqualTo(location.getId());
      assertThat(profile.locations().address(i)).isEqualTo(location.getAddress());
      assertThat(profile.locations().folded(i)).isEqualTo(location.getIsFolded());
      int mapping = profile.locations().mapping(i);
      assertThat(mapping < 0 ? 0 : profile.mappings().id(mapping))
          .isEqualTo(location.getMappingId());
      int first = profile.locations().lineStart(i);
      assertThat(profile.locations().lineEnd(i) - first).isEqualTo(location.getLineCount());
      for (int line = 0; line < location.getLineCount(); line++) {
        assertThat(profile.functions().id(profile.locations().function(first + line)))
            .isEqualTo(location.getLine(line).getFunctionId());
        assertThat(profile.locations().line(first + line))
            .isEqualTo(location.getLine(line).getLine());
        assertThat(profile.locations().column(first + line))
            .isEqualTo(location.getLine(line).getColumn());
      }
    }
  }

  private void functions() {
    assertThat(profile.functions().size()).isEqualTo(message.getFunctionCount());
    for (int i = 0; i < message.getFunctionCount(); i++) {
      ProfileProto.Function function = message.getFunction(i);
      assertThat(profile.functions().id(i)).isEqualTo(function.getId());
      assertThat(profile.functions().name(i)).isEqualTo(text(function.getName()));
      assertThat(profile.functions().systemName(i)).isEqualTo(text(function.getSystemName()));
      assertThat(profile.functions().file(i)).isEqualTo(text(function.getFilename()));
      assertThat(profile.functions().startLine(i)).isEqualTo(function.getStartLine());
    }
  }

  private void mappings() {
    assertThat(profile.mappings().size()).isEqualTo(message.getMappingCount());
    for (int i = 0; i < message.getMappingCount(); i++) {
      ProfileProto.Mapping mapping = message.getMapping(i);
      assertThat(profile.mappings().id(i)).isEqualTo(mapping.getId());
      assertThat(profile.mappings().start(i)).isEqualTo(mapping.getMemoryStart());
      assertThat(profile.mappings().limit(i)).isEqualTo(mapping.getMemoryLimit());
      assertThat(profile.mappings().offset(i)).isEqualTo(mapping.getFileOffset());
      assertThat(profile.mappings().file(i)).isEqualTo(text(mapping.getFilename()));
      assertThat(profile.mappings().buildId(i)).isEqualTo(text(mapping.getBuildId()));
      int flags =
          (mapping.getHasFunctions() ? 1 : 0)
              | (mapping.getHasFilenames() ? 2 : 0)
              | (mapping.getHasLineNumbers() ? 4 : 0)
              | (mapping.getHasInlineFrames() ? 8 : 0);
      assertThat(profile.mappings().flags(i)).isEqualTo(flags);
    }
  }

  private void stacksAreDistinct() {
    Map<List<Long>, Integer> seen = new HashMap<>();
    for (int i = 0; i < profile.stacks().size(); i++) {
      assertThat(seen.put(stack(i), i)).as("stack %d was seen before", i).isNull();
    }
  }
}
