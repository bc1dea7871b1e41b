package io.mapleak.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1 KB",
    "1024, 1 KB",
    "1536, 1.5 KB",
    "102348, 99.9 KB",
    "102400, 100 KB",
    "1047527, 1 MB",
    "9227469, 8.8 MB",
    "-9227469, -8.8 MB",
    "2147483648, 2 GB",
    "1.0E30, 867361737988 EB"
  })
  void bytes(double value, String expected) {
    assertThat(plain(Figures.bytes(value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0.2, 0", "999, 999", "1000, 1 000", "1234567, 1 234 567", "-1000, -1 000"})
  void count(double value, String expected) {
    assertThat(plain(Figures.count(value))).isEqualTo(expected);
  }

  @Test
  void rangesAreRoundedOutwards() {
    // 181 999 is no less than 181 000, 183 001 no more than 184 000
    assertThat(plain(Figures.countRange(new Interval(181_999, 182_500, 183_001))))
        .isEqualTo("181 000 to 184 000");
    assertThat(plain(Figures.countRange(Interval.exactly(181_999)))).isEqualTo("181 999");
    assertThat(plain(Figures.bytesRange(new Interval(1024, 2048, 4096)))).isEqualTo("1 KB to 4 KB");
  }

  @Test
  void aNumberIsToldWithItsRange() {
    assertThat(plain(Figures.bytesWithRange(new Interval(1_835_008, 2_474_639, 3_659_530))))
        .isEqualTo("2.4 MB (1.8 to 3.5 MB)");
    assertThat(plain(Figures.bytesWithRange(new Interval(900, 1536, 2048))))
        .isEqualTo("1.5 KB (900 B to 2 KB)");
    assertThat(plain(Figures.bytesWithRange(new Interval(1024, 1025, 1026)))).isEqualTo("1 KB");
    assertThat(plain(Figures.countWithRange(new Interval(181_999, 182_500, 183_001))))
        .isEqualTo("182 500 (181 000 to 184 000)");
    assertThat(plain(Figures.countWithRange(Interval.exactly(7)))).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.0001, under 0.1 %", "0.0123, 1.2 %", "0.0999, 10 %", "0.72, 72 %"})
  void percent(double share, String expected) {
    assertThat(plain(Figures.percent(share))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 0.2 s",
    "59, 59 s",
    "300, 5 min",
    "5400, 90 min",
    "9000, 2.5 h",
    "259200, 3 days"
  })
  void duration(double seconds, String expected) {
    assertThat(plain(Figures.duration(seconds))).isIn(expected, expected.replace("0.2", "0.3"));
  }

  private static String plain(String figure) {
    return figure.replace(Figures.JOIN, ' ');
  }
}
