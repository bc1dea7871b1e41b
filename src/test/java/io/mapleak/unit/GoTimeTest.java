package io.mapleak.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoTimeTest {
  /** 2026-11-21 01:06:59.374322600 UTC. */
  private static final long MOMENT = 1_795_223_219_374_322_600L;

  @Test
  void moments() {
    assertThat(GoTime.seconds(MOMENT, ZoneOffset.UTC)).isEqualTo("2026-11-21 01:06:59 UTC");
    assertThat(GoTime.nanoseconds(MOMENT, ZoneId.of("UTC")))
        .isEqualTo("2026-11-21 01:06:59.3743226 +0000 UTC");
    assertThat(GoTime.nanoseconds(1_000_000_000, ZoneOffset.UTC))
        .isEqualTo("1970-01-01 00:00:01 +0000 UTC");
    assertThat(GoTime.nanoseconds(-1, ZoneOffset.UTC))
        .isEqualTo("1969-12-31 23:59:59.999999999 +0000 UTC");
  }

  @Test
  void otherZones() {
    assertThat(GoTime.seconds(MOMENT, ZoneId.of("Europe/Berlin")))
        .isEqualTo("2026-11-21 02:06:59 CET");
    assertThat(GoTime.nanoseconds(MOMENT, ZoneId.of("America/St_Johns")))
        .isEqualTo("2026-11-20 21:36:59.3743226 -0330 NST");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "7, 7ns",
    "1500, 1.5\u00b5s",
    "2000000, 2ms",
    "1000000000, 1s",
    "30000123000, 30.000123s",
    "90500000000, 1m30.5s",
    "3600000000000, 1h0m0s",
    "-61000000000, -1m1s",
    "9223372036854775807, 2562047h47m16.854775807s",
    "-9223372036854775808, -2562047h47m16.854775808s",
  })
  void durations(long nanos, String text) {
    assertThat(GoTime.duration(nanos)).isEqualTo(text);
  }
}
