package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables that pprof does not have, and those of pprof in other formats than text. */
final class TableFormatTest {
  private static final String HUB =
      TestData.file("views").resolve("go1.26-wshub-09.pb.gz").toString();

  private static final String SERIES = TestData.file("go1.23-miniredis").toString();

  @Test
  void topAsCsvHasExactValues() {
    // 19 940 453 of 22 037 813 bytes is 90.48 %: top prints 19.02MB and 90.48%
    assertThat(lines("top", "--format", "csv", HUB))
        .startsWith(
            "name,inlined,flat,flat_percent,sum_percent,cum,cum_percent",
            "example.com/corpus/cases/wshub.newClient,inline,19940453,90.4829,90.4829,19940453,"
                + "90.4829");
  }

  @Test
  void topAsMarkdownIsATable() {
    assertThat(lines("top", "-nodecount=1", "--format=markdown", HUB))
        .containsExactly(
            "| name | inlined | flat | flat\\_percent | sum\\_percent | cum | cum\\_percent |",
            "|---|---|--:|--:|--:|--:|--:|",
            "| example.com/corpus/cases/wshub.newClient |  | 19940453 | 90.48 | 90.48 |"
                + " 19940453 | 90.48 |");
  }

  @Test
  void tagsAsJsonNamesItsSchema() {
    assertThat(text("tags", "--format", "json", HUB))
        .startsWith("{\n  \"schema\": \"mapleak.tags/1\",\n  \"sample_type\": \"inuse_space\",")
        .contains("\"key\": \"bytes\",\n    \"value\": \"1kB\",\n    \"amount\": 17843205,");
  }

  @Test
  void peekAndTreeTellCallersFromCallees() {
    assertThat(lines("peek", "Hub..Join", "--format", "csv", HUB))
        .anyMatch(line -> line.contains(",caller,") && line.endsWith(",22037813,100.0000"))
        .anyMatch(line -> line.contains(",self,"))
        .anyMatch(line -> line.contains(",callee,"));
    assertThat(lines("tree", "--format", "csv", HUB))
        .hasSizeGreaterThan(lines("peek", "Hub..Join", "--format", "csv", HUB).size());
  }

  @Test
  void aClassicMapClimbsALadder() {
    // (2^B + 2^(B-4)) buckets of 208 bytes, rounded up to size classes and pages of 8 kB
    assertThat(lines("ladder", "incr:34", SERIES))
        .containsExactly(
            "github.com/alicebob/miniredis/v2.(*RedisDB).incr             v2@v2.34.0/db.go:34",
            "       block   step    in use      bytes   allocated      bytes  survives",
            "        208B                0          0       2 521   512.10kB       0 %",
            "       224kB x1102.77         0          0           2   632.14kB       0 %",
            "       448kB  x2.00         0          0           1   768.26kB       0 %",
            "       888kB  x1.98         0          0           1     1.05MB       0 %",
            "      1.73MB  x1.99         0          0           1     1.78MB       0 %",
            "      3.45MB  x2.00         0          0           1     3.46MB       0 %",
            "      6.91MB  x2.00         1     6.91MB           1     6.91MB     100 %",
            "         all                1     6.91MB       2 528    15.07MB      46 %");
  }

  @Test
  void aFileNamesALineToo() {
    assertThat(lines("ladder", "db.go:34", SERIES)).isEqualTo(lines("ladder", "incr", SERIES));
  }

  @Test
  void inUseStandsBesideAllocated() {
    List<String> lines = lines("survival", "-nodecount=2", SERIES);
    assertThat(lines.get(0)).isEqualTo("9.91MB in use of 96.39MB allocated: 10 % survives");
    assertThat(lines.get(3))
        .isEqualTo(
            "       3MB   196 611        5MB     327 685     60 %    6.5 s"
                + "  github.com/alicebob/miniredis/v2/server.readString:84");
  }

  @Test
  void oneProfileTellsAnAgeOnlyWithTheUptime() {
    String one = SERIES + "/heap-10.pb.gz";
    assertThat(text("survival", one)).contains("give --uptime");
    // 196 611 in use x 60 s / 327 685 allocated = 36 s
    assertThat(lines("survival", "--uptime=1m", one).get(3)).contains("    36 s  ");
  }

  private static List<String> lines(String... args) {
    return text(args).lines().toList();
  }

  private static String text(String... args) {
    return ViewRun.text(List.of(args));
  }
}
