package io.mapleak.testing;

import io.mapleak.pprof.Limits;
import io.mapleak.pprof.ProfileReader;
import io.mapleak.pprof.proto.ProfileProto;
import io.mapleak.profile.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Builds profiles with the class generated from proto/profile.proto, so that tests need no files:
 *
 * <pre>
 * Profile p = ProfileDsl.heap().time(nanos)
 *     .sample("main.put main.go:12", "main.main main.go:5").bytes(48).values(10, 480, 4, 192)
 *     .build();
 * </pre>
 *
 * <p>A frame is {@code function file:line}, leaf first; frames joined by {@code " < "} are one
 * location whose first function is inlined into the next. Equal frames share their location, equal
 * functions their function.
 */
public final class ProfileDsl {
  private final ProfileProto.Profile.Builder profile = ProfileProto.Profile.newBuilder();
  private final Map<String, Integer> strings = new HashMap<>();
  private final Map<String, Long> functions = new HashMap<>();
  private final Map<String, Long> locations = new HashMap<>();

  private ProfileDsl() {
    string("");
  }

  /** A profile without sample types. */
  public static ProfileDsl empty() {
    return new ProfileDsl();
  }

  /** A profile as Go writes heap profiles: four sample types, rate 524288. */
  public static ProfileDsl heap() {
    return empty()
        .type("alloc_objects", "count")
        .type("alloc_space", "bytes")
        .type("inuse_objects", "count")
        .type("inuse_space", "bytes")
        .period("space", "bytes", 524288);
  }

  /** Adds a sample type. */
  public ProfileDsl type(String type, String unit) {
    profile.addSampleType(valueType(type, unit));
    return this;
  }

  /** Sets period type and period. */
  public ProfileDsl period(String type, String unit, long period) {
    profile.setPeriodType(valueType(type, unit)).setPeriod(period);
    return this;
  }

  /** Sets the time the profile was taken, in nanoseconds since 1970. */
  public ProfileDsl time(long nanos) {
    profile.setTimeNanos(nanos);
    return this;
  }

  /** Sets the time the profile covers, in nanoseconds. */
  public ProfileDsl duration(long nanos) {
    profile.setDurationNanos(nanos);
    return this;
  }

  /** Adds a comment. */
  public ProfileDsl comment(String text) {
    profile.addComment(string(text));
    return this;
  }

  /** Sets the sample type to show first. */
  public ProfileDsl defaultSampleType(String type) {
    profile.setDefaultSampleType(string(type));
    return this;
  }

  /** Sets the regular expressions of frames to drop and to keep nevertheless. */
  public ProfileDsl frames(String drop, String keep) {
    profile.setDropFrames(string(drop)).setKeepFrames(string(keep));
    return this;
  }

  /** Adds a mapping with all flags set; locations made after it belong to it. */
  public ProfileDsl mapping(long start, long limit, String file, String buildId) {
    profile.addMapping(
        ProfileProto.Mapping.newBuilder()
            .setId(profile.getMappingCount() + 1L)
            .setMemoryStart(start)
            .setMemoryLimit(limit)
            .setFilename(string(file))
            .setBuildId(string(buildId))
            .setHasFunctions(true)
            .setHasFilenames(true)
            .setHasLineNumbers(true)
            .setHasInlineFrames(true));
    return this;
  }

  /** Begins a sample with these frames, leaf first. Labels follow, then {@link Sample#values}. */
  public Sample sample(String... frames) {
    return new Sample(frames);
  }

  /** The profile as the tool reads it. */
  public Profile build() {
    try {
      return ProfileReader.read("dsl", new ByteArrayInputStream(bytes()), Limits.DEFAULT).profile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The profile as a message, to be changed further. */
  public ProfileProto.Profile.Builder message() {
    return profile;
  }

  /** The profile in protobuf form. */
  public byte[] bytes() {
    return profile.build().toByteArray();
  }

  /** The profile in protobuf form, packed by gzip, as Go writes it. */
  public byte[] gzipped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private ProfileProto.ValueType valueType(String type, String unit) {
    return ProfileProto.ValueType.newBuilder().setType(string(type)).setUnit(string(unit)).build();
  }

  /** Index of a string in the profile's table, to which it is added when it is new. */
  public int string(String text) {
    Integer known = strings.get(text);
    if (known != null) {
      return known;
    }
    profile.addStringTable(text);
    strings.put(text, strings.size());
    return strings.size() - 1;
  }

  private long location(String frames) {
    Long known = locations.get(frames);
    if (known != null) {
      return known;
    }
    long id = locations.size() + 1L;
    ProfileProto.Location.Builder location =
        ProfileProto.Location.newBuilder().setId(id).setAddress(0x400000 + 16 * id);
    location.setMappingId(profile.getMappingCount());
    for (String frame : frames.split(" < ", -1)) {
      int space = frame.lastIndexOf(' ');
      String place = space < 0 ? "" : frame.substring(space + 1);
      int colon = place.lastIndexOf(':');
      String file = colon < 0 ? place : place.substring(0, colon);
      long line = colon < 0 ? 0 : Long.parseLong(place.substring(colon + 1));
      String function = space < 0 ? frame : frame.substring(0, space);
      location.addLine(
          ProfileProto.Line.newBuilder().setFunctionId(function(function, file)).setLine(line));
    }
    profile.addLocation(location);
    locations.put(frames, id);
    return id;
  }

  private long function(String name, String file) {
    String key = name + '\0' + file;
    Long known = functions.get(key);
    if (known != null) {
      return known;
    }
    long id = functions.size() + 1L;
    profile.addFunction(
        ProfileProto.Function.newBuilder()
            .setId(id)
            .setName(string(name))
            .setSystemName(string(name))
            .setFilename(string(file)));
    functions.put(key, id);
    return id;
  }

  /** A sample that is being built. */
  public final class Sample {
    private final List<ProfileProto.Label> labels = new ArrayList<>();
    private final ProfileProto.Sample.Builder sample = ProfileProto.Sample.newBuilder();

    private Sample(String... frames) {
      for (String frame : frames) {
        sample.addLocationId(location(frame));
      }
    }

    /** Adds Go's label: the size of the allocated blocks. */
    public Sample bytes(long size) {
      labels.add(ProfileProto.Label.newBuilder().setKey(string("bytes")).setNum(size).build());
      return this;
    }

    /** Adds a text label. */
    public Sample label(String key, String text) {
      labels.add(ProfileProto.Label.newBuilder().setKey(string(key)).setStr(string(text)).build());
      return this;
    }

    /** Adds a numeric label with its unit. */
    public Sample label(String key, long number, String unit) {
      labels.add(
          ProfileProto.Label.newBuilder()
              .setKey(string(key))
              .setNum(number)
              .setNumUnit(string(unit))
              .build());
      return this;
    }

    /** Ends the sample with its values, one for each sample type. */
    public ProfileDsl values(long... values) {
      for (long value : values) {
        sample.addValue(value);
      }
      profile.addSample(sample.addAllLabel(labels));
      return ProfileDsl.this;
    }
  }
}
