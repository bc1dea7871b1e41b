package io.mapleak.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.source.tree.SourceOptions;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What source alone shows: each kind where it is marked, and nothing anywhere else. */
class StaticPassTest {
  private static final Path ROOT = TestData.file("source/static");

  private List<StaticCase> cases = List.of();

  @BeforeEach
  void pass() throws IOException {
    cases = Shop.open(new SourceOptions(List.of(ROOT), List.of(), List.of(), List.of())).cases();
  }

  private static String place(String file, String mark, StaticCase.Kind kind) {
    return kind + " " + file + ":" + Shop.line(ROOT.resolve(file), mark);
  }

  private Set<String> of(String directory) {
    return cases.stream()
        .map(c -> c.kind() + " " + c.file().replace("example.com/static/", "") + ":" + c.line())
        .filter(text -> text.contains(" " + directory + "/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void mapsThatAreOnlyAddedTo() {
    String file = "grows/grows.go";
    assertThat(of("grows"))
        .containsExactlyInAnyOrder(
            place(file, "package-variable", StaticCase.Kind.GROWS),
            place(file, "of-package-variable", StaticCase.Kind.GROWS),
            place(file, "sync-map", StaticCase.Kind.GROWS),
            place(file, "field", StaticCase.Kind.GROWS),
            place(file, "pointer-key", StaticCase.Kind.POINTER_KEYS),
            place(file, "byte-key", StaticCase.Kind.BYTE_KEYS),
            place(file, "values", StaticCase.Kind.PINNING_VALUES));
  }

  @Test
  void mapsThatAreNeverMadeOrWrittenWithoutALock() {
    String file = "fails/fails.go";
    assertThat(of("fails"))
        .containsExactlyInAnyOrder(
            place(file, "field", StaticCase.Kind.NEVER_MADE),
            place(file, "package-variable", StaticCase.Kind.NEVER_MADE),
            place(file, "made", StaticCase.Kind.GROWS),
            place(file, "unlocked", StaticCase.Kind.UNLOCKED));
  }

  @Test
  void makesWithoutASizeBeforeCountedLoops() {
    String file = "hints/hints.go";
    assertThat(of("hints"))
        .containsExactlyInAnyOrder(
            place(file, "ranged", StaticCase.Kind.NO_HINT),
            place(file, "counted", StaticCase.Kind.NO_HINT));
  }

  @Test
  void casesNameFunctionsAndFilesAsProfilesDo() {
    StaticCase field =
        cases.stream()
            .filter(c -> c.title().equals("field grows.cache.pages"))
            .findFirst()
            .orElseThrow();
    assertThat(field.function()).isEqualTo("example.com/static/grows.(*cache).put");
    assertThat(field.file()).isEqualTo("example.com/static/grows/grows.go");
    assertThat(field.type()).isEqualTo("map[string][]byte");
    assertThat(field.reasons()).anyMatch(r -> r.contains("sync.Mutex"));
  }

  @Test
  void aTreeWithoutGoHasNoCases() throws IOException {
    SourceOptions none =
        new SourceOptions(List.of(TestData.file("goldens")), List.of(), List.of(), List.of());
    assertThat(Shop.open(none).cases()).isEmpty();
  }
}
