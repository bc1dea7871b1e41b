package io.mapleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.fix.FixResult;
import io.mapleak.fix.FixVerdict;
import io.mapleak.unit.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixReportTest {
  private static final FixResult UNDECIDED =
      new FixResult(FixVerdict.CANNOT_TELL, List.of(), "a series of " + Figures.duration(7200));

  @Test
  void figuresAreWrittenWithPlainSpaces() {
    assertThat(FixReport.text(UNDECIDED)).isEqualTo("CAN'T TELL\n\nneeded: a series of 2 h\n");
    assertThat(FixReport.json(UNDECIDED)).contains("\"needed\": \"a series of 2 h\"");
  }
}
