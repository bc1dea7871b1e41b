package io.mapleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorBarsTest {
  private static final TextStyle PLAIN = new TextStyle(80, false, false);

  @Test
  void marksStandOnTheirBars() {
    List<String> rows =
        ErrorBars.of(
            List.of(
                new ErrorBars.Bar(new Interval(2048, 4096, 8192), 4096, '-'),
                new ErrorBars.Bar(null, 8192, '+')),
            "legend",
            PLAIN);
    assertThat(rows.stream().map(row -> row.replace(Figures.JOIN, ' ')))
        .containsExactly(
            " |  o   8 KB", " |", " |", " |", " o", " |", " |", "        1 KB", "---+++  legend");
  }

  @Test
  void ofTooManyMomentsSomeAreShownWithTheFirstAndTheLast() {
    List<ErrorBars.Bar> bars = new ArrayList<>();
    for (int i = 0; i <= 1000; i++) {
      bars.add(new ErrorBars.Bar(null, i + 1, i == 0 ? 'a' : i == 1000 ? 'z' : '-'));
    }
    List<String> rows = ErrorBars.of(bars, "- seen, + forecast", PLAIN);
    assertThat(rows).allSatisfy(row -> assertThat(row.length()).isLessThanOrEqualTo(72));
    assertThat(rows.get(8)).startsWith("aaa---").contains("---zzz  -");
  }

  @Test
  void nothingHasNoChart() {
    assertThat(ErrorBars.of(List.of(new ErrorBars.Bar(null, 0, '-')), "", PLAIN)).isEmpty();
  }
}
