package io.mapleak.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts were printed by google/pprof v0.0.0-20260906184651. */
final class MeasurementTest {
  @ParameterizedTest
  @CsvSource({
    "0, bytes, auto, 0",
    "1, bytes, auto, 1B",
    "1023, bytes, auto, 1023B",
    "1024, bytes, auto, 1kB",
    "1029, bytes, auto, 1kB",
    "1030, bytes, auto, 1.01kB",
    "1152, bytes, auto, 1.12kB",
    "1664, bytes, auto, 1.62kB",
    "5248, bytes, auto, 5.12kB",
    "1179648, bytes, auto, 1.12MB",
    "1048575, bytes, auto, 1024kB",
    "1610612736, bytes, auto, 1.50GB",
    "9223372036854775807, bytes, auto, 8192PB",
    "-9223372036854775808, bytes, auto, -9223372036854775808B",
    "524288, bytes, MB, 0.50MB",
    "-524288, bytes, MB, -0.50MB",
    "5242, bytes, MB, 0",
    "5243, bytes, MB, 0.01MB",
    "-1, bytes, MB, 0",
    "3, kb, bytes, 3072B",
    "100, bytes, '', 100B",
    "2048, bytes, KiB, 2048B",
    "2048, objects, auto, 2048",
    "2048, objects, widgets, 2048widgets",
    "7, count, minimum, 7",
    "7, count, count, 7",
    "262144, alignment, auto, 262144",
    "90000000000, nanoseconds, auto, 90s",
    "1500, Microseconds, ms, 1.50ms",
    "7200, s, auto, 2hrs",
  })
  void labels(long value, String from, String to, String text) {
    assertThat(Measurement.label(value, from, to)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "1,1000,'  0.1%'",
        "999,100000,'    1%'",
        "9994,10000,'99.94%'",
        "9995,10000,'  100%'",
        "10006,10000,'100.06%'",
        "-1,4,'25.00%'",
        "5,1000000,'0.0005%'",
        "5,100000000,'5e-06%'",
        "3,800,' 0.38%'",
        "5,800,' 0.62%'",
        "12125,1000000,' 1.21%'",
        "0,5,'    0%'",
        "5,0,'    0%'",
        "99,10000,' 0.99%'",
        "123,1000000,'0.012%'",
        "123456,1000000000000,'1.2e-05%'",
        "99951,1000000000,' 0.01%'",
      })
  void percentages(long value, long total, String text) {
    assertThat(Measurement.percentage(value, total)).isEqualTo(text);
  }

  @Test
  void twoDecimalsAgreeWithTheExactBinaryValue() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      long numerator = random.nextLong() >>> random.nextInt(64);
      double value = (double) numerator / (1L << random.nextInt(62));
      value = random.nextBoolean() ? value : -value;
      String expected = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
      String sign = Math.copySign(1, value) < 0 && !expected.startsWith("-") ? "-" : "";
      assertThat(GoNumber.fixed2(value)).isEqualTo(sign + expected);
    }
  }

  @Test
  void twoSignificantDigitsAgreeWithTheExactBinaryValue() {
    Random random = new Random(2);
    for (int i = 0; i < 50_000; i++) {
      double value = random.nextDouble() * Math.pow(10, -random.nextInt(4));
      BigDecimal exact = new BigDecimal(value);
      BigDecimal rounded =
          exact.round(new java.math.MathContext(2, RoundingMode.HALF_EVEN)).stripTrailingZeros();
      assertThat(new BigDecimal(GoNumber.significant2(value))).isEqualByComparingTo(rounded);
    }
  }
}
