package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a series of miniredis 2.34, whose version map keeps 15 000 more keys at each profile. */
class ReplayCommandTest extends CommandRun {
  private static final String SERIES = "testdata/go1.23-miniredis";

  private static List<Long> numbers(String json, String name) {
    List<Long> numbers = new ArrayList<>();
    Matcher matcher = Pattern.compile('"' + name + "\": ?([0-9]+)").matcher(json);
    while (matcher.find()) {
      numbers.add(Long.parseLong(matcher.group(1)));
    }
    return numbers;
  }

  @Test
  void theModelDoesWhatWasSeenAtEachProfile() {
    assertThat(run("replay", "--format", "json", SERIES)).isZero();
    String json = out.toString();
    assertThat(json).contains("\"schema\": \"mapleak.replay/1\"", "(*RedisDB).incr", "supports");
    List<Long> entries = numbers(json, "entries");
    assertThat(entries).hasSize(10);
    for (int i = 3; i < 10; i++) {
      assertThat((double) entries.get(i)).isCloseTo(15_000.0 * (i + 1), within(1500.0 * (i + 1)));
    }
    // 2^13, 2^14 and 2^15 buckets of 8 slots of 24 bytes, with their spare ones
    assertThat(json.replaceAll("\\s+", ""))
        .contains(
            "\"predicted\":{\"array_bytes\":1810432", "\"predicted\":{\"array_bytes\":7241728");
    assertThat(json.replaceAll("\\s+", "")).contains("\"fit\":{\"array_error\":0");
  }

  /** The truth is 15 000 entries a profile; arrays of 2^14 buckets double at 106 496. */
  @Test
  void aPredictionHasTheRangeThatTheProfilesAllow() {
    assertThat(run("replay", "--format", "json", SERIES)).isZero();
    String json = out.toString().replaceAll("\\s+", "");
    List<Long> arrays = numbers(json, "array_bytes");
    List<List<Long>> ranges = ranges(json, "array_range");
    List<List<Long>> entries = ranges(json, "entries_range");
    assertThat(ranges).hasSize(10);
    for (int i = 0; i < 10; i++) {
      assertThat(ranges.get(i).get(1)).isEqualTo(arrays.get(i));
      assertThat(ranges.get(i)).isSorted();
      assertThat(15_000L * (i + 1)).isBetween(entries.get(i).get(0), entries.get(i).get(2));
    }
    assertThat(ranges.get(7)).containsExactly(3_620_864L, 7_241_728L, 7_241_728L);
    assertThat(ranges.get(9)).containsExactly(7_241_728L, 7_241_728L, 7_241_728L);
  }

  private static List<List<Long>> ranges(String json, String name) {
    Pattern pattern =
        Pattern.compile('"' + name + "\":\\{\"low\":(\\d+),\"best\":(\\d+),\"high\":(\\d+)}");
    return pattern
        .matcher(json)
        .results()
        .map(
            r ->
                List.of(
                    Long.valueOf(r.group(1)), Long.valueOf(r.group(2)), Long.valueOf(r.group(3))))
        .toList();
  }

  @Test
  void aHintSavesTheSpikesAndATtlTheEntries() {
    assertThat(run("replay", "--format", "csv", "--ttl", "1s", SERIES)).isZero();
    Map<String, String[]> rows = new HashMap<>();
    out.toString().lines().map(line -> line.split(",", -1)).forEach(row -> rows.put(row[0], row));
    String[] today = Objects.requireNonNull(rows.get("as it is"));
    String[] hinted =
        rows.entrySet().stream()
            .filter(row -> row.getKey().startsWith("hint "))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertThat(Long.parseLong(hinted[2])).isLessThan(Long.parseLong(today[2]));
    assertThat(Long.parseLong(hinted[3])).isZero();
    String[] deleted = Objects.requireNonNull(rows.get("delete after 1 s"));
    assertThat(Long.parseLong(deleted[5])).isBetween(8_000L, 16_000L);
    assertThat(rows).containsKeys("Go 1.24", "Go 1.27", "sync.Map", "struct{} values");
  }

  @Test
  void theTableHasTheProfilesWithTheirRangesToo() {
    assertThat(run("replay", "--format", "csv", SERIES)).isZero();
    List<String[]> rows = out.toString().lines().map(line -> line.split(",", -1)).toList();
    assertThat(String.join(",", rows.get(0)))
        .startsWith("variant,end_bytes,peak_bytes,garbage_bytes,saved_bytes,end_entries,note,")
        .endsWith(
            "array_bytes,array_low,array_high,live_bytes,allocated_bytes,entries,entries_low,entries_high");
    List<String[]> steps = rows.stream().filter(row -> row[0].isEmpty()).toList();
    assertThat(steps).hasSize(10).allMatch(row -> row.length == rows.get(0).length);
    String[] eighth = steps.get(7);
    assertThat(eighth[7]).isEqualTo("8");
    assertThat(eighth[8]).startsWith("2026-11-21T02:26:10.18");
    assertThat(List.of(eighth).subList(12, 15)).containsExactly("7241728", "3620864", "7241728");
    assertThat(120_000L).isBetween(Long.valueOf(eighth[18]), Long.valueOf(eighth[19]));
  }

  @Test
  void theWorkloadIsSavedEditedAndRunAgain(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("leak.workload");
    assertThat(run("replay", "--save", file.toString(), SERIES)).isZero();
    assertThat(run("simulate", file.toString())).isZero();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int at =
        lines.indexOf(lines.stream().filter(l -> l.contains("insert")).findFirst().orElseThrow());
    lines.set(at, "  insert   fast");
    Files.write(file, lines);
    assertThat(run("simulate", file.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("leak.workload:" + (at + 1) + ":12: ", "e.g.");
  }

  @Test
  void allFormatsTellTheSame() {
    assertThat(run("replay", SERIES)).isZero();
    assertThat(out.toString()).contains("what if", "as it is", "fit: arrays 0.0 %");
    assertThat(out.toString())
        .containsPattern("6\\.9 MB \\(3\\.5 to 6\\.9 MB\\) .* 1\\d\\d \\d{3} \\(1");
    out.getBuffer().setLength(0);
    assertThat(run("replay", "--format", "markdown", SERIES)).isZero();
    assertThat(out.toString()).contains("| as it is |", "| 6.9 MB (3.5 to 6.9 MB) |");
  }

  @Test
  void aSiteIsNamedByItsIdItsLineOrItsFunction() {
    assertThat(run("replay", "--site", "(*RedisDB).incr", SERIES)).isZero();
    assertThat(run("replay", "--site", "db.go:34", SERIES)).isZero();
    assertThat(run("replay", "--site", "nowhere.go:1", SERIES)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no map there; the sites are", "(*RedisDB).incr:34");
  }

  @Test
  void theSitesThatThereAreStandInLinesOfTheirOwn() {
    assertThat(run("replay", "--site", "nowhere", SERIES)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .containsPattern("the sites are\n  [0-9a-f]+  github.com/alicebob/.*incr:34\nTry ");
  }

  @Test
  void sizesOfChangesThatCanNotBeRunAreUsageErrors() {
    assertThat(run("replay", "--bound", "0", SERIES)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--bound is 1 or more");
    for (String ttl : List.of("0s", "1ns", "99999999d")) {
      err.getBuffer().setLength(0);
      assertThat(run("replay", "--ttl", ttl, SERIES)).as(ttl).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("--ttl is ", "a thousandth of the workload");
    }
  }

  @Test
  void changesAfterTheEndSaySo() {
    assertThat(run("replay", "--format", "csv", "--ttl", "100h", SERIES)).isZero();
    assertThat(out.toString().lines().filter(l -> l.contains(" 4.2 days,")))
        .hasSize(4)
        .allMatch(l -> l.contains(",only after the end of this run"));
  }

  @Test
  void aFileThatCanNotBeWrittenIsTold(@TempDir Path folder) {
    String file = folder.resolve("none/x").toString();
    assertThat(run("replay", "--save", file, SERIES)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("none/x: can't be written: there is no such folder");
    err.getBuffer().setLength(0);
    assertThat(run("replay", "--save", folder.toString(), SERIES)).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains(": can't be written: Is a directory");
  }

  @Test
  void analyzeHoldsItsFindingsAgainstTheReplay() {
    run("analyze", SERIES);
    assertThat(out.toString()).doesNotContain("run again");
    run("analyze", "--replay", SERIES);
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("its workload, run again on go1.23, has the arrays that 10 profiles show");
  }

  @Test
  void oneProfileHasAWorkloadToo() {
    assertThat(run("replay", "--format", "json", SERIES + "/heap-09.pb.gz")).isZero();
    assertThat(numbers(out.toString(), "entries")).hasSize(1);
    assertThat(ranges(out.toString().replaceAll("\\s+", ""), "array_range")).hasSize(1);
    assertThat(out.toString()).contains("too-thin");
  }
}
