package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import org.junit.jupiter.api.Test;

class ForecastCommandTest extends CommandRun {
  /** 15 000 keys a step; nine steps later, twice 150 000 less one step: 285 000. */
  @Test
  void carriesAGrowthOn() {
    assertThat(run("forecast", "--format", "json", "testdata/go1.23-miniredis")).isZero();
    assertThat(out.toString())
        .contains("\"schema\": \"mapleak.forecast/1\"", "(*RedisDB).incr", "\"in_seconds\"");
    String entries = out.toString().split("\"entries\": ", -1)[1];
    double low = number(entries, "low");
    double high = number(entries, "high");
    assertThat(285_000.0).isBetween(low, high);
    assertThat(high).isLessThan(3 * low);
  }

  private static double number(String json, String name) {
    String after = json.substring(json.indexOf('"' + name + '"') + name.length() + 4).strip();
    return Double.parseDouble(after.split("[,}\\s]", -1)[0]);
  }

  @Test
  void oneProfileIsRefusedWithTheReason() {
    assertThat(run("forecast", "testdata/go1.23-miniredis/heap-05.pb.gz")).isZero();
    assertThat(out.toString()).contains("a trend needs 3 profiles, there are 1");
  }

  @Test
  void aTimeThatIsNoneIsAUsageError() {
    assertThat(run("forecast", "--at", "tomorrow", "testdata/go1.23-miniredis"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--at: 'tomorrow' is no time");
  }

  @Test
  void aTimeAfterTheNewestProfileIsATimeToo() {
    assertThat(run("forecast", "--at", "+1m30s", "testdata/go1.23-miniredis")).isZero();
    assertThat(out.toString()).contains("90 s after the newest profile");
    assertThat(run("forecast", "--at", "+soon", "testdata/go1.23-miniredis"))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void tablesHaveARowForEachSite() {
    assertThat(run("forecast", "--format", "csv", "testdata/go1.23-miniredis")).isZero();
    String[] lines = out.toString().split("\r\n", -1);
    assertThat(lines[0]).startsWith("id,func,file,line,at,entries_low");
    assertThat(lines[1].split(",", -1)).hasSize(lines[0].split(",", -1).length);
    out.getBuffer().setLength(0);
    assertThat(run("forecast", "--format", "markdown", "testdata/go1.23-miniredis")).isZero();
    assertThat(out.toString()).contains("| site | entries |", "incr:34");
  }

  @Test
  void theChartHasErrorBars() {
    assertThat(run("forecast", "--at", "+10s", "testdata/go1.23-miniredis")).isZero();
    assertThat(out.toString()).contains("- seen, + forecast");
    assertThat(out.toString()).containsAnyOf("\u2502", "|");
  }

  @Test
  void aTimeBeforeTheNewestProfileIsAUsageError() {
    assertThat(run("forecast", "--at", "2020-01-01T00:00:00Z", "testdata/go1.23-miniredis"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("lies before the newest profile, of 2026-11-21T02:26:12");
    assertThat(run("forecast", "--at", "2300-01-01T00:00:00Z", "testdata/go1.23-miniredis"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("lies outside of the years");
  }

  @Test
  void whatLiesTooFarAheadIsRefused() {
    assertThat(run("forecast", "--at", "+100000h", "testdata/go1.23-miniredis")).isZero();
    assertThat(out.toString()).contains("its samples allow too much", "a nearer time");
  }

  @Test
  void aLimitIsReachedAtSomeTimeOrAlready() {
    assertThat(run("forecast", "--limit", "1GiB", "testdata/go1.23-miniredis")).isZero();
    assertThat(out.toString())
        .containsPattern("growth +\\+1. .00 entries/s \\[. .[0-9]0, 1. .00]")
        .containsPattern("next .* in about [0-9.]+ s \\([0-9.]+ s to [0-9.]+ s\\)")
        .containsPattern(
            "limit +live heap at 1 GB in about [0-9.]+ min \\([0-9.]+ min to [0-9.]+ ");
    out.getBuffer().setLength(0);
    assertThat(run("forecast", "--limit", "1MiB", "testdata/go1.23-miniredis")).isZero();
    assertThat(out.toString()).containsPattern("limit +live heap at 1 MB by now");
    assertThat(run("forecast", "--limit", "0", "testdata/go1.23-miniredis"))
        .isEqualTo(ExitCode.USAGE);
  }

  /** It may stand still: then no time is the last at which its arrays double. */
  @Test
  void aTimeThatMayNeverComeHasNoEnd() {
    String steady = TestData.shared("servers").resolve("go1.23/miniredis-keys-steady").toString();
    assertThat(run("forecast", "--limit", "2GiB", "--format", "json", steady)).isZero();
    assertThat(out.toString()).contains("\"high\": null").doesNotContain("e+30", "E30");
    out.getBuffer().setLength(0);
    assertThat(run("forecast", "--limit", "2GiB", steady)).isZero();
    assertThat(out.toString()).contains(" at the earliest, if at all");
  }

  @Test
  void theTableHasTheEndsOfItsIntervals() {
    assertThat(run("forecast", "--limit", "1GB", "--format", "csv", "testdata/go1.23-miniredis"))
        .isZero();
    String[] lines = out.toString().split("\r\n", -1);
    assertThat(lines[0])
        .endsWith(",growth_low,growth_high,next_growth_low,next_growth_high,limit_low,limit_high");
    String[] cells = lines[1].split(",", -1);
    assertThat(cells).hasSize(lines[0].split(",", -1).length);
    assertThat(Double.parseDouble(cells[cells.length - 1]))
        .isGreaterThan(Double.parseDouble(cells[cells.length - 2]));
  }

  @Test
  void profilesWithoutTimesHaveNoForecast() {
    assertThat(run("forecast", "testdata/go1.26-batchindex/heap-last.txt")).isZero();
    assertThat(out.toString()).startsWith("no forecast: the profiles have no times\n");
    out.getBuffer().setLength(0);
    assertThat(run("forecast", "--format", "json", "testdata/go1.26-batchindex/heap-last.txt"))
        .isZero();
    assertThat(out.toString()).contains("\"at\": null");
  }

  @Test
  void whereNoMapIsItSaysSo() {
    assertThat(run("forecast", "testdata/pprof/gobench.heap")).isZero();
    assertThat(out.toString()).endsWith("\nno map site in these profiles\n");
  }
}
