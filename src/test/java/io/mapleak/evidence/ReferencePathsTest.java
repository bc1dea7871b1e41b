package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.ProfileDsl;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Profiles in the form that goref writes (pkg/proc/protobuf.go and reference.go): two sample types,
 * no time, no period, and variables for frames, the object itself first.
 */
class ReferencePathsTest {
  private static final String STORE = "main.store";
  private static final String FIELD = "sessions. (map[string]*session.Session)";

  private static ProfileDsl goref() {
    return ProfileDsl.empty()
        .type("inuse_objects", "count")
        .type("inuse_space", "bytes")
        .sample(path(FIELD, STORE))
        .values(3, 4096)
        .sample(path("$mapkey. (string)", FIELD, STORE))
        .values(10, 160)
        .sample(path("$mapval. (*session.Session)", FIELD, STORE))
        .values(10, 2560)
        .sample(path("user. (*session.User)", "$mapval. (*session.Session)", FIELD, STORE))
        .values(10, 640)
        .sample(path("$mapval. (int)", "counts. (map[string]int)", "main.main.c"))
        .values(1, 8);
  }

  /** Frames without file and line. */
  private static String[] path(String... variables) {
    return Arrays.stream(variables).map(variable -> variable + " :0").toArray(String[]::new);
  }

  @Test
  void keysAndElemsAreSummedByMap() throws IOException {
    Reading reading = EvidenceFiles.read(goref().gzipped()).orElseThrow();
    assertThat(reading.kind()).isEqualTo("goref");
    assertThat(EvidenceFiles.only(reading, ReferencePaths.class).maps())
        .containsExactly(
            new ReferencePaths.MapPath(
                STORE + " > " + FIELD, "string", "*session.Session", 10, 160, 20, 3200),
            new ReferencePaths.MapPath(
                "main.main.c > counts. (map[string]int)", "", "int", 0, 0, 1, 8));
  }

  @Test
  void heapProfilesAreNotMeant() throws IOException {
    ProfileDsl heap = ProfileDsl.heap().sample("main.f main.go:3").values(1, 1, 1, 1);
    assertThat(EvidenceFiles.read(heap.gzipped())).isEmpty();
    ProfileDsl inuse =
        ProfileDsl.empty()
            .type("inuse_objects", "count")
            .type("inuse_space", "bytes")
            .sample("main.f main.go:3")
            .values(1, 1);
    assertThat(EvidenceFiles.read(inuse.gzipped())).isEmpty();
  }
}
