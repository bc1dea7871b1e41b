package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

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
}
