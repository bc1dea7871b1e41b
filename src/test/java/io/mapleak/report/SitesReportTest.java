package io.mapleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.Verdict;
import io.mapleak.testing.Goldens;
import io.mapleak.testing.ResultDsl;
import org.junit.jupiter.api.Test;

final class SitesReportTest {
  private static final TextStyle UNICODE = new TextStyle(80, false, true);

  private final AnalysisResult result =
      ResultDsl.profiles(10)
          .leak("a1", "example.com/shop/session.(*Store).put", "shop/session/store.go", 43)
          .site("s1", "main.Map[go.shape.string,\"x\"]|y", Verdict.STEADY)
          .build();

  @Test
  void text() {
    Goldens.check("report/sites.txt", SitesText.of(result, UNICODE, false));
  }

  @Test
  void textWithReasons() {
    Goldens.check("report/sites-why.txt", SitesText.of(result, UNICODE, true));
  }

  @Test
  void json() {
    Goldens.check("report/sites.json", SitesReport.json(result));
  }

  @Test
  void csv() {
    String csv = SitesReport.csv(result);

    Goldens.check("report/sites.csv", csv.replace("\r\n", "\n"));
    assertThat(csv.split("\r\n", -1)).hasSize(4);
  }

  @Test
  void markdown() {
    Goldens.check("report/sites.md", SitesReport.markdown(result));
  }

  @Test
  void noSites() {
    String text = SitesText.of(ResultDsl.profiles(1).build(), UNICODE, false);

    assertThat(text).isEqualTo("no map is recognised in the newest profile\n");
  }
}
