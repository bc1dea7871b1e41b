package io.mapleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.InputReport.Status;
import io.mapleak.analysis.Verdict;
import io.mapleak.evidence.MemoryBreakdown;
import io.mapleak.testing.Goldens;
import io.mapleak.testing.ResultDsl;
import io.mapleak.unit.Interval;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

final class JsonReportTest {
  @Test
  void leak() {
    golden(
        "leak.json",
        ResultDsl.profiles(3)
            .verdict(Verdict.LEAK)
            .leak("a1", "example.com/shop/session.(*Store).put", "session/store.go", 43)
            .site("s1", "main.load", Verdict.STEADY)
            .notApplicable("ML008", "stuck-evacuation", "Swiss maps have none")
            .diagnostic("restarted", "the process was restarted")
            .build());
  }

  @Test
  void nothingReadable() {
    golden(
        "empty.json",
        ResultDsl.profiles(0)
            .input("dumps", "directory", Status.FAILED, "is an empty directory")
            .build());
  }

  @Test
  void processFiguresThatAreKnown() {
    MemoryBreakdown memory =
        new MemoryBreakdown(
            new Interval(100, 100, 200),
            Interval.exactly(10.4),
            null,
            null,
            Interval.exactly(50),
            OptionalLong.of(400),
            OptionalLong.empty(),
            null);
    golden("process.json", ResultDsl.profiles(0).process(memory, 0, "an answer").build());
  }

  @Test
  void anySymbolGivesValidAsciiThatReadsBackTheSame() {
    String evil = "main.\u001b[2J\u0000\"\\</script>\u2028\ud83d\ude00\u202e";
    AnalysisResult result =
        ResultDsl.profiles(1).verdict(Verdict.LEAK).leak("a", evil, evil, 1).build();

    String json = JsonReport.of(result, "1");

    assertThat(json).matches(text -> text.chars().allMatch(c -> c == '\n' || (c >= 32 && c < 127)));
    assertThat(firstText(json, "func")).isEqualTo(evil);
    assertThat(firstText(json, "file")).isEqualTo(evil);
    assertThat(firstText(SitesReport.json(result), "func")).isEqualTo(evil);
  }

  private static String firstText(String json, String name) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      String found = "";
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (found.isEmpty()
            && name.equals(parser.currentName())
            && token == JsonToken.VALUE_STRING) {
          found = parser.getString();
        }
        token = parser.nextToken();
      }
      return found;
    }
  }

  private static void golden(String name, AnalysisResult result) {
    Goldens.check("report/" + name, JsonReport.of(result, "0.0.0"));
  }
}
