package io.mapleak.command;

import io.mapleak.pprof.Limits;
import io.mapleak.pprof.ProfileReader;
import io.mapleak.pprof.ProfileWriter;
import io.mapleak.pprof.proto.ProfileProto;
import io.mapleak.profile.Profile;
import io.mapleak.testing.ProfileDsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The heap profile of google/pprof's own driver tests, with the names that their demangler gives
 * (internal/driver/driver_test.go: heapProfile and testFetcher, at b9395ee1).
 */
final class DriverHeap {
  private static final long[] TAGS = {2, 4, 8, 16, 32, 64, 128, 256};

  private final ProfileDsl dsl;
  private final ProfileProto.Profile.Builder profile;
  private final String variant;

  private DriverHeap(String variant) {
    this.variant = variant;
    String prefix = variant.equals("heap_alloc") ? "alloc_" : "inuse_";
    dsl =
        ProfileDsl.empty()
            .type(prefix + "objects", "count")
            .type(prefix + "space", "bytes")
            .period("allocations", "bytes", 524288)
            .comment("comment")
            .comment("#hidden comment")
            .frames(".*operator new.*|malloc", "")
            .mapping(0x1000, 0x4000, "", "buildid");
    profile = dsl.message();
  }

  /** Writes a variant as a file: heap, heap_alloc, heap_request, heap_sizetags or heap_tags. */
  static Path write(String variant, Path folder) throws IOException {
    DriverHeap heap = new DriverHeap(variant);
    heap.functions();
    heap.locations();
    heap.samples();
    Path file = folder.resolve(variant + ".pb.gz");
    ByteArrayInputStream bytes = new ByteArrayInputStream(heap.dsl.bytes());
    Profile read = ProfileReader.read(variant, bytes, Limits.DEFAULT).profile();
    try (OutputStream out = Files.newOutputStream(file)) {
      ProfileWriter.write(read, out);
    }
    return file;
  }

  private void functions() {
    function(1, "pruneme", "pruneme", "prune.h");
    int id = 2;
    for (String line : List.of("1000", "2000", "2001", "3000", "3001", "3002")) {
      String file = "testdata/file" + line.substring(0, 3) + "0.src";
      function(id++, "line" + line, "mangled" + line, file);
    }
    function(8, "malloc", "mangledMALLOC", "malloc.h");
    function(9, "operator new", "mangledNEW", "new.h");
  }

  private void function(int id, String name, String systemName, String file) {
    profile.addFunction(
        ProfileProto.Function.newBuilder()
            .setId(id)
            .setName(dsl.string(name))
            .setSystemName(dsl.string(systemName))
            .setFilename(dsl.string(file)));
  }

  /** Lines as function and line, innermost first. */
  private void locations() {
    location(1000, 0x1000, new int[][] {{1, 100}, {8, 100}, {2, 1}});
    location(2000, 0x2000, new int[][] {{9, 100}, {4, 2}, {3, 3}});
    location(3000, 0x3000, new int[][] {{9, 100}, {7, 3}, {6, 2}, {5, 4}});
    location(3001, 0x3001, new int[][] {{1, 100}, {9, 100}, {6, 2}, {5, 4}});
    location(3002, 0x3002, new int[][] {{7, 3}, {5, 4}});
  }

  private void location(int id, long address, int[][] lines) {
    ProfileProto.Location.Builder location =
        ProfileProto.Location.newBuilder().setId(id).setMappingId(1).setAddress(address);
    for (int[] line : lines) {
      location.addLine(ProfileProto.Line.newBuilder().setFunctionId(line[0]).setLine(line[1]));
    }
    profile.addLocation(location);
  }

  private void samples() {
    sample(10, 1024000, 102400, 1000, 2000, 3000);
    sample(20, 4096000, 204800, 1000, 3001);
    sample(40, 65536000, 1638400, 2000, 3002);
    sample(80, 32768000, 409600, 3000);
  }

  private void sample(long objects, long space, long bytes, long... locations) {
    ProfileProto.Sample.Builder sample =
        ProfileProto.Sample.newBuilder().addValue(objects).addValue(space);
    for (long location : locations) {
      sample.addLocationId(location);
    }
    boolean even = profile.getSampleCount() % 2 == 0;
    sample.addLabel(number("bytes", bytes));
    if (variant.equals("heap_sizetags")) {
      for (long tag : TAGS) {
        sample.addLabel(number("bytes", tag));
      }
    }
    if (variant.equals("heap_request") || (variant.equals("heap_tags") && even)) {
      sample.addLabel(number("request", bytes));
    }
    if (variant.equals("heap_tags") && even) {
      sample.addLabel(
          ProfileProto.Label.newBuilder().setKey(dsl.string("key1")).setStr(dsl.string("tag")));
    }
    profile.addSample(sample);
  }

  private ProfileProto.Label number(String key, long number) {
    return ProfileProto.Label.newBuilder().setKey(dsl.string(key)).setNum(number).build();
  }
}
