package io.mapleak.view;

import io.mapleak.pprof.proto.ProfileProto;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Profiles with all that makes a view of one hard: inlined and recursive calls, names of other
 * languages, units, negative and cancelling values, labels, frames to drop. Equal seeds give equal
 * profiles. {@code main FOLDER COUNT} writes them as files, for scripts/check-pprof.
 */
final class OddProfiles {
  private static final String[] NAMES = {
    "main.main",
    "main.(*Store).put",
    "main.(*Store).Do.F[...].func1",
    "main.Map[...]",
    "slices.SortFunc[go.shape.int]",
    "main.(*T[...]).Get",
    "net/http.(*conn).serve",
    "\ud83d\ude00.emoji",
    "\uffe5.fullwidth",
    "gr\u00f6\u00dfe.na\u00efve",
    "ns::Outer<int>::call(char const*)",
    "operator()(int)",
    "foo(bar)::(anonymous namespace)::baz(int)",
    "java.lang.Object.<init>",
    "malloc",
    "operator new",
    ".dotted",
    "runtime.mallocgc",
    "name with spaces",
    "a>b)(c<d",
    "",
  };

  private static final String[] TYPES = {"alloc_objects", "alloc_space", "inuse_objects", "space"};

  private static final String[] UNITS = {
    "bytes", "count", "nanoseconds", "objects", "kilobytes", "", "seconds", "milligcu"
  };

  private static final String[] DROPS = {
    "", "", "", "malloc|operator new.*", "runtime\\..*", "(broken", "main\\..*", "foo|.*baz|ns::.*"
  };

  private final Random random;
  private final ProfileProto.Profile.Builder profile = ProfileProto.Profile.newBuilder();
  private final Map<String, Integer> strings = new HashMap<>();

  private OddProfiles(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L); // small seeds begin alike
    string("");
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (int seed = 0; seed < Integer.parseInt(args[1]); seed++) {
      write(of(seed), folder.resolve("heap-odd-" + seed + ".pb.gz"));
    }
  }

  private static void write(ProfileProto.Profile profile, Path file) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      profile.writeTo(out);
    }
  }

  static ProfileProto.Profile of(long seed) {
    return new OddProfiles(seed).build();
  }

  private ProfileProto.Profile build() {
    int types = 1 + random.nextInt(4);
    for (int i = 0; i < types; i++) {
      profile.addSampleType(valueType(TYPES[i], one(UNITS)));
    }
    if (chance(2)) {
      profile.setDefaultSampleType(string(one(TYPES)));
    }
    int mappings = random.nextInt(4);
    for (int i = 1; i <= mappings; i++) {
      mapping(i);
    }
    for (int i = 0; i < NAMES.length; i++) {
      function(i);
    }
    int locations = 1 + random.nextInt(60);
    for (int id = 1; id <= locations; id++) {
      location(id, mappings);
    }
    int shift = random.nextInt(60);
    for (int i = random.nextInt(120); i > 0; i--) {
      sample(types, locations, shift);
    }
    header();
    return profile.build();
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }

  private int string(String text) {
    Integer known = strings.get(text);
    if (known == null) {
      known = strings.size();
      strings.put(text, known);
      profile.addStringTable(text);
    }
    return known;
  }

  private ProfileProto.ValueType valueType(String type, String unit) {
    return ProfileProto.ValueType.newBuilder().setType(string(type)).setUnit(string(unit)).build();
  }

  private void mapping(int id) {
    String[] files = {"", "/bin/app" + id, "[vdso" + id + "]", "http://host:80/" + id, "C:\\" + id};
    profile.addMapping(
        ProfileProto.Mapping.newBuilder()
            .setId(id * 3L)
            .setMemoryStart(id * 0x100000L)
            .setMemoryLimit(id * 0x100000L + 0x80000)
            .setFileOffset(random.nextInt(0x10000))
            .setFilename(string(one(files)))
            .setBuildId(chance(3) ? string("build" + id) : 0)
            .setHasFunctions(true)
            .setHasFilenames(chance(2))
            .setHasLineNumbers(chance(2))
            .setHasInlineFrames(chance(2)));
  }

  private void function(int index) {
    String name = NAMES[index];
    boolean mangled = chance(5) && !name.isEmpty();
    profile.addFunction(
        ProfileProto.Function.newBuilder()
            .setId(index * 7L + 1)
            .setName(string(name))
            .setSystemName(string(mangled ? "sys_" + index : name))
            .setFilename(chance(4) ? 0 : string("src/./f" + index % 5 + ".go"))
            .setStartLine(name.isEmpty() ? 0 : random.nextInt(100)));
  }

  private void location(int id, int mappings) {
    ProfileProto.Location.Builder location =
        ProfileProto.Location.newBuilder()
            .setId(id)
            .setAddress(chance(9) ? 0 : 0x400000L + id * 16L)
            .setIsFolded(chance(9));
    if (mappings > 0 && !chance(5)) {
      location.setMappingId(3L * (1 + random.nextInt(mappings)));
    }
    int lines = chance(12) ? 0 : chance(2) ? 1 : 1 + random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      location.addLine(
          ProfileProto.Line.newBuilder()
              .setFunctionId(random.nextInt(NAMES.length) * 7L + 1)
              .setLine(random.nextInt(300))
              .setColumn(chance(3) ? random.nextInt(80) : 0));
    }
    profile.addLocation(location);
  }

  private void sample(int types, int locations, int shift) {
    ProfileProto.Sample.Builder sample = ProfileProto.Sample.newBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      sample.addLocationId(1 + random.nextInt(locations));
    }
    for (int i = 0; i < types; i++) {
      long value = random.nextInt(1 << 20) & ~(chance(3) ? 0xffL : 0);
      value = chance(5) ? 0 : value << Math.max(0, shift - 24);
      sample.addValue(chance(9) ? -value : value);
    }
    List<String> keys = new ArrayList<>(List.of("bytes", "request", "k\u00e9y", "pprof::base"));
    for (int i = chance(2) ? random.nextInt(5) : 0; i > 0; i--) {
      String key = keys.get(random.nextInt(chance(40) ? 4 : 3));
      ProfileProto.Label.Builder label = ProfileProto.Label.newBuilder().setKey(string(key));
      if (chance(2) || key.startsWith("pprof")) {
        label.setStr(string(key.startsWith("pprof") ? "true" : "v" + random.nextInt(5)));
      } else {
        label.setNum(random.nextInt(3)).setNumUnit(chance(3) ? string(one(UNITS)) : 0);
      }
      sample.addLabel(label);
    }
    profile.addSample(sample);
  }

  private void header() {
    profile.setDropFrames(string(one(DROPS)));
    profile.setKeepFrames(chance(4) ? string("main\\.Map.*") : 0);
    profile.setTimeNanos(chance(3) ? 0 : random.nextLong() >> random.nextInt(30));
    profile.setDurationNanos(chance(2) ? 0 : random.nextLong() >>> (1 + random.nextInt(62)));
    profile.setPeriod(random.nextInt());
    if (chance(2)) {
      profile.setPeriodType(valueType("space", one(UNITS)));
    }
    profile.setDocUrl(chance(4) ? string("https://example.com/doc") : 0);
    for (int i = random.nextInt(3); i > 0; i--) {
      profile.addComment(string(chance(2) ? "#hidden" : "shown " + i));
    }
  }
}
