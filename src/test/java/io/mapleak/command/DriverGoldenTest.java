package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The goldens of google/pprof's own driver tests for heap profiles. {@code
 * pprof.heap.flat.files.seconds.text} is not among them: it belongs to no test there.
 */
final class DriverGoldenTest {
  /** The options that those tests set for every run. */
  private static final List<String> BASE =
      List.of(
          "-compact_labels", "-nodecount=20", "-nodefraction=0.05", "-edgefraction=0.01", "-trim");

  @TempDir Path folder = Path.of("");

  /** Golden, profile, view and options. */
  private static final List<String> CASES =
      List.of(
          "heap.callgrind heap callgrind",
          "heap.comments heap comments",
          "heap.cum.lines.tree.focus heap tree -lines -cum -focus=[24]00",
          "heap.cum.relative_percentages.tree.focus heap tree -relative_percentages -cum"
              + " -focus=[24]00",
          "heap.flat.files.text heap top -files -flat",
          "heap.flat.files.text.focus heap top -files -flat -focus=[12]00 -taghide=[X3]00",
          "heap.flat.inuse_objects.text heap top -inuse_objects -flat",
          "heap.flat.inuse_objects.text.all_frames heap top -inuse_objects -flat -all_frames",
          "heap.flat.inuse_space.dot.focus heap dot -inuse_space -flat -tagfocus=1mb:2gb",
          "heap.flat.inuse_space.dot.focus.ignore heap dot -inuse_space -flat -tagfocus=30kb:"
              + " -tagignore=1mb:2mb",
          "heap.flat.lines.dot.focus heap dot -lines -flat -focus=[12]00",
          "heap.tags heap tags",
          "heap.tags.unit heap tags -unit=bytes",
          "heap_alloc.flat.alloc_objects.text heap_alloc top -alloc_objects -flat",
          "heap_alloc.flat.alloc_space.dot heap_alloc dot -alloc_space -flat -tagshow=[2]00",
          "heap_alloc.flat.alloc_space.dot.focus heap_alloc dot -alloc_space -flat"
              + " -focus=[234]00",
          "heap_alloc.flat.alloc_space.dot.hide heap_alloc dot -alloc_space -flat"
              + " -hide=line.*1?23?",
          "heap_request.relative_percentages.tags.focus heap_request tags -relative_percentages"
              + " -tagfocus=400kb:",
          "heap_request.tags.focus heap_request tags -tagfocus=400kb:",
          "heap_request.tags.focus heap_request tags -tagfocus=+400kb:",
          "heap_sizetags.dot heap_sizetags dot -unit=minimum",
          "heap_tags.traces heap_tags traces");

  static List<String> cases() {
    return CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsTheGolden(String line) throws IOException {
    List<String> words = List.of(line.split(" ", -1));
    List<String> args = new ArrayList<>(words.subList(2, words.size()));
    args.addAll(BASE);
    args.add(DriverHeap.write(words.get(1), folder).toString());
    assertThat(ViewRun.text(args)).isEqualTo(Files.readString(golden(words.get(0))));
  }

  @Test
  void everyGoldenHasItsCase() throws IOException {
    Set<String> named =
        CASES.stream().map(line -> "pprof." + line.split(" ", -1)[0]).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(TestData.file("pprof/goldens"))) {
      Set<String> there =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      assertThat(new TreeSet<>(there)).hasSize(21).isEqualTo(new TreeSet<>(named));
    }
  }

  private static Path golden(String name) {
    return TestData.file("pprof/goldens").resolve("pprof." + name);
  }
}
