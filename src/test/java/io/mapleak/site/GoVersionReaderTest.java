package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.profile.Profile;
import io.mapleak.testing.ProfileDsl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoVersionReaderTest {
  @ParameterizedTest(name = "proc.go:{0} is {1} to {2}")
  @CsvSource({
    "250, 19, 20",
    "267, 21, 21",
    "271, 22, 22",
    "272, 23, 23",
    "283, 24, 24",
    "285, 25, 25",
    "290, 26, 26",
    "302, 27, 27"
  })
  void theCallOfMainTellsTheRelease(int line, int low, int high) {
    GoVersionReading go =
        read("main.put m.go:1", "main.main m.go:2", "runtime.main runtime/proc.go:" + line);

    assertThat(go.low()).isEqualTo(GoVersion.of(low));
    assertThat(go.high()).isEqualTo(GoVersion.of(high));
    assertThat(go.version()).isEqualTo(low == high ? GoVersion.of(low) : null);
    assertThat(go.implementation())
        .isEqualTo(low >= 24 ? Implementation.SWISS : Implementation.CLASSIC);
    assertThat(go.why()).isEqualTo("read off line " + line + " of runtime.main");
  }

  @Test
  void itIsFoundBelowTheRootToo() {
    GoVersionReading go =
        read(
            "main.put m.go:1",
            "main.main m.go:2",
            "runtime.main runtime/proc.go:290",
            "runtime.goexit runtime/asm_amd64.s:1700");

    assertThat(go.version()).isEqualTo(GoVersion.of(26));
  }

  @Test
  void mainMayBeInlinedIntoItsCaller() {
    GoVersionReading go =
        read("main.put m.go:1 < main.main m.go:2", "runtime.main runtime/proc.go:283");

    assertThat(go.version()).isEqualTo(GoVersion.of(24));
  }

  @ParameterizedTest(name = "{0} from runtime.main:{1}")
  @CsvSource({
    // init tasks are run from other lines, and another function may be called at a known line
    "main.main, 258",
    "main.init, 290",
    "runtime.doInit1, 272",
    "main.main, 0"
  })
  void otherCallsOfRuntimeMainTellNothing(String callee, int line) {
    GoVersionReading go = read(callee + " m.go:2", "runtime.main runtime/proc.go:" + line);

    assertUnknown(go);
  }

  @Test
  void withoutAnySignTheReleaseIsUnknown() {
    assertUnknown(read("main.put m.go:1", "net/http.(*conn).serve net/http/server.go:2000"));
    assertUnknown(GoVersionReader.read(ProfileDsl.heap().build()));
  }

  @Test
  void framesOfTheHashTrieBoundIt() {
    GoVersionReading go =
        read("internal/sync.(*HashTrieMap[go.shape.interface {}]).Swap hashtriemap.go:1");

    assertThat(go.version()).isNull();
    assertThat(go.low()).isEqualTo(GoVersion.of(24));
    assertThat(go.high()).isEqualTo(GoVersion.NEWEST);
    assertThat(go.implementation()).isEqualTo(Implementation.SWISS);
    assertThat(go.mayLackMallocHeader()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"sync.(*Map).dirtyLocked", "sync.(*Map).missLocked"})
  void framesOfTheOlderSyncMapBoundIt(String function) {
    GoVersionReading go = read(function + " sync/map.go:1", "main.put m.go:1");

    assertThat(go.version()).isNull();
    assertThat(go.low()).isEqualTo(GoVersion.OLDEST);
    assertThat(go.high()).isEqualTo(GoVersion.of(23));
    assertThat(go.implementation()).isEqualTo(Implementation.CLASSIC);
  }

  @ParameterizedTest
  @CsvSource({
    "/home/gopher/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64/src/sync/map.go, 26",
    "/usr/local/go1.23.5/src/sync/map.go, 23",
    "/opt/go1.19/src/sync/map.go, 19"
  })
  void aToolchainsPathNamesIt(String file, int minor) {
    assertThat(read("sync.(*Pool).Get " + file + ":1").version()).isEqualTo(GoVersion.of(minor));
  }

  @ParameterizedTest
  @CsvSource({
    // the module's own path, a release's name without sources, and a word that ends in go1.23
    "/home/u/src/go1.23.go",
    "/opt/go1.23/lib/map.go",
    "/opt/mango1.23/src/map.go",
    "/opt/go1./src/x.go"
  })
  void otherPathsDoNot(String file) {
    assertUnknown(read("main.put " + file + ":1"));
  }

  @Test
  void theCallOfMainOutweighsAPath() {
    GoVersionReading go =
        read(
            "sync.(*Pool).Get /opt/go1.19/src/sync/pool.go:1",
            "main.main m.go:2",
            "runtime.main runtime/proc.go:290");

    assertThat(go.version()).isEqualTo(GoVersion.of(26));
  }

  @Test
  void theUsersWordIsTaken() {
    GoVersionReading go = GoVersionReader.given(GoVersion.of(21));

    assertThat(go.version()).isEqualTo(GoVersion.of(21));
    assertThat(go.implementation()).isEqualTo(Implementation.CLASSIC);
    assertThat(go.mayHaveMallocHeader()).isFalse();
  }

  private static void assertUnknown(GoVersionReading go) {
    assertThat(go.version()).isNull();
    assertThat(go.implementation()).isNull();
    assertThat(go.low()).isEqualTo(GoVersion.OLDEST);
    assertThat(go.high()).isEqualTo(GoVersion.NEWEST);
    assertThat(go.mayHaveMallocHeader()).isTrue();
    assertThat(go.mayLackMallocHeader()).isTrue();
    assertThat(go.why()).isEqualTo("no frame tells the release");
  }

  private static GoVersionReading read(String... frames) {
    Profile profile = ProfileDsl.heap().sample(frames).bytes(48).values(1, 48, 1, 48).build();
    return GoVersionReader.read(profile);
  }
}
