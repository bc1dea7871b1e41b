package io.mapleak.pprof;

import io.mapleak.pprof.proto.ProfileProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid profiles with every field that the format has, from a seed. */
final class RandomProfiles {
  private static final int STRINGS = 40;

  private final Random random;
  private final ProfileProto.Profile.Builder profile = ProfileProto.Profile.newBuilder();

  private RandomProfiles(long seed) {
    this.random = new Random(seed);
  }

  static ProfileProto.Profile of(long seed) {
    return new RandomProfiles(seed).build();
  }

  private ProfileProto.Profile build() {
    profile.addStringTable("");
    for (int i = 1; i < STRINGS; i++) {
      profile.addStringTable(random.nextInt(8) == 0 ? "größe→" + i : "s" + i);
    }
    int types = 1 + random.nextInt(5);
    for (int i = 0; i < types; i++) {
      profile.addSampleType(valueType());
    }
    List<Long> mappings = ids(random.nextInt(3));
    List<Long> functions = ids(1 + random.nextInt(20));
    List<Long> locations = ids(1 + random.nextInt(30));
    mappings.forEach(this::mapping);
    functions.forEach(this::function);
    for (long id : locations) {
      location(id, mappings, functions);
    }
    for (int i = random.nextInt(200); i > 0; i--) {
      sample(types, locations);
    }
    header();
    return profile.build();
  }

  /** Ids from 1, or anywhere in 64 bits. */
  private List<Long> ids(int count) {
    boolean dense = random.nextBoolean();
    List<Long> ids = new ArrayList<>();
    while (ids.size() < count) {
      long id = dense ? ids.size() + 1L : random.nextLong() >> random.nextInt(60);
      if (id != 0 && !ids.contains(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private int string() {
    return random.nextInt(STRINGS);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private ProfileProto.ValueType valueType() {
    return ProfileProto.ValueType.newBuilder().setType(string()).setUnit(string()).build();
  }

  private void mapping(long id) {
    profile.addMapping(
        ProfileProto.Mapping.newBuilder()
            .setId(id)
            .setMemoryStart(random.nextLong())
            .setMemoryLimit(random.nextLong())
            .setFileOffset(random.nextInt())
            .setFilename(string())
            .setBuildId(string())
            .setHasFunctions(random.nextBoolean())
            .setHasFilenames(random.nextBoolean())
            .setHasLineNumbers(random.nextBoolean())
            .setHasInlineFrames(random.nextBoolean()));
  }

  private void function(long id) {
    profile.addFunction(
        ProfileProto.Function.newBuilder()
            .setId(id)
            .setName(string())
            .setSystemName(string())
            .setFilename(string())
            .setStartLine(random.nextInt(1000)));
  }

  private void location(long id, List<Long> mappings, List<Long> functions) {
    ProfileProto.Location.Builder location =
        ProfileProto.Location.newBuilder()
            .setId(id)
            .setAddress(random.nextLong())
            .setIsFolded(random.nextInt(5) == 0);
    if (!mappings.isEmpty() && random.nextInt(4) != 0) {
      location.setMappingId(one(mappings));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      location.addLine(
          ProfileProto.Line.newBuilder()
              .setFunctionId(one(functions))
              .setLine(random.nextInt(3000))
              .setColumn(random.nextInt(3)));
    }
    profile.addLocation(location);
  }

  private void sample(int types, List<Long> locations) {
    ProfileProto.Sample.Builder sample = ProfileProto.Sample.newBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      sample.addLocationId(one(locations));
    }
    for (int i = 0; i < types; i++) {
      sample.addValue(random.nextLong() >> random.nextInt(64));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      ProfileProto.Label.Builder label = ProfileProto.Label.newBuilder().setKey(1 + string() % 3);
      if (random.nextBoolean()) {
        label.setStr(1 + random.nextInt(STRINGS - 1));
      } else {
        label.setNum(1 + random.nextInt(1000)).setNumUnit(string());
      }
      sample.addLabel(label);
    }
    profile.addSample(sample);
  }

  private void header() {
    profile
        .setDropFrames(string())
        .setKeepFrames(string())
        .setTimeNanos(random.nextLong())
        .setDurationNanos(random.nextInt())
        .setPeriodType(valueType())
        .setPeriod(random.nextInt())
        .addComment(string())
        .addComment(string())
        .setDefaultSampleType(string())
        .setDocUrl(string());
  }
}
