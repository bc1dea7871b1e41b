package io.mapleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.InputReport.Status;
import io.mapleak.analysis.Verdict;
import io.mapleak.evidence.MemoryBreakdown;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Severity;
import io.mapleak.testing.Goldens;
import io.mapleak.testing.ResultDsl;
import io.mapleak.unit.Interval;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextReportTest {
  private static final TextStyle UNICODE = new TextStyle(80, false, true);
  private static final String PUT = "example.com/shop/session.(*Store).put";
  private static final String FILE = "example.com/shop/session/store.go";

  @Test
  void leak() {
    golden("leak.txt", leaking().build());
  }

  @Test
  void leakInAscii() {
    String text = TextReport.of(leaking().build(), TextStyle.PLAIN);

    Goldens.check("report/leak-ascii.txt", text);
    assertThat(text).matches(all -> all.chars().allMatch(c -> c < 128), "ASCII only");
  }

  @Test
  void leakInColor() {
    Goldens.check(
        "report/leak-color.txt", TextReport.of(leaking().build(), new TextStyle(80, true, true)));
  }

  @Test
  void nothingReadable() {
    golden(
        "empty.txt",
        ResultDsl.profiles(0)
            .input("dumps", "directory", Status.FAILED, "is an empty directory")
            .diagnostic("no-heap-profile", "no heap profile among the inputs")
            .build());
  }

  @Test
  void oneProfile() {
    golden(
        "single.txt", ResultDsl.profiles(1).site("a", "main.load", Verdict.INCONCLUSIVE).build());
  }

  @Test
  void steady() {
    golden(
        "steady.txt",
        ResultDsl.profiles(10)
            .verdict(Verdict.STEADY)
            .site("a", "main.load", Verdict.STEADY)
            .site("b", "main.flags", Verdict.STEADY)
            .build());
  }

  @Test
  void notesAlone() {
    golden(
        "note.txt",
        ResultDsl.profiles(3)
            .verdict(Verdict.INCONCLUSIVE)
            .finding("none", "main.build", "main.go", 12, Severity.LOW, EvidenceLevel.STRONG)
            .build());
  }

  @Test
  void inputsThatAreNoSteps() {
    golden(
        "inputs.txt",
        ResultDsl.profiles(2)
            .verdict(Verdict.STEADY)
            .input("dumps/shop-session/cut.pb.gz", "profile", Status.FAILED, "the gzip data ends")
            .input("dumps/shop-session/allocs.pb.gz", "allocs", Status.OK, "repeats a moment")
            .input("dumps/shop-session/g1.pb.gz", "goroutine", Status.SKIPPED, "not used yet")
            .input("dumps/shop-session/g2.pb.gz", "goroutine", Status.SKIPPED, "not used yet")
            .input("dumps/shop-session/g3.pb.gz", "goroutine", Status.SKIPPED, "not used yet")
            .diagnostic("restarted", "the process was restarted before heap-00.pb.gz")
            .build());
  }

  @Test
  void whereTheMemoryOfTheProcessIs() {
    double mib = 1 << 20;
    MemoryBreakdown memory =
        new MemoryBreakdown(
            Interval.exactly(90 * mib),
            Interval.exactly(210 * mib),
            Interval.exactly(4 * mib),
            Interval.exactly(6 * mib),
            new Interval(90 * mib, 90 * mib, 120 * mib),
            OptionalLong.of(400L << 20),
            OptionalLong.empty(),
            null);
    golden(
        "process.txt",
        ResultDsl.profiles(10)
            .verdict(Verdict.STEADY)
            .site("a", "main.load", Verdict.STEADY)
            .process(
                memory,
                0.75 * mib,
                "much of the heap is idle and not returned to the system yet, no leak",
                "map sites hold 768 KB: 0.2 % of the process")
            .input("dumps/shop-session/gc.log", "gctrace", Status.OK, "")
            .input("dumps/shop-session/status", "status", Status.OK, "")
            .build());
  }

  @Test
  void manyFindingsKeepTheFirstOnes() {
    ResultDsl dsl = ResultDsl.profiles(10).verdict(Verdict.LEAK);
    for (int i = 0; i < 30; i++) {
      dsl.leak("s" + i, "main.put" + i, "main.go", i + 1);
    }
    String text = TextReport.of(dsl.build(), UNICODE);

    assertThat(text).contains("main.put0 ", "main.put19 ", "... and 10 more findings");
    assertThat(text).doesNotContain("main.put20");
  }

  @Test
  void symbolsCannotSteerTheTerminal() {
    String evil = "main.\u001b]0;owned\u0007\u001b[2J\u202eput\u009b31m\r\n\u2028x";
    AnalysisResult result =
        ResultDsl.profiles(2)
            .verdict(Verdict.LEAK)
            .leak("a", evil, "dir\u001b[31m/\ud800a.go", 1)
            .input("dumps/\u001b[1m.txt", "unknown", Status.FAILED, "bad\u0007")
            .diagnostic("x", "of \u001b[5mblink")
            .notApplicable("ML009", "stuck\u001b", "why\u009b")
            .build();

    for (boolean why : new boolean[] {true, false}) {
      String text = TextReport.of(result, UNICODE) + SitesText.of(result, UNICODE, why);
      assertThat(text.codePoints().filter(c -> c != '\n'))
          .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
          .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
      assertThat(text).contains("main.]0;owned[2Jput31m x");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 80, 100, 120, 500})
  void noLineIsWiderThanTheStyle(int width) {
    String wide = "\u5730\u56fe".repeat(60);
    String name = "github.com/acme/" + "verylongname/".repeat(20) + "pkg.(*T).Method";
    AnalysisResult result =
        leaking()
            .leak("b", name, "/go/src/" + "folder/".repeat(30) + "f".repeat(90) + ".go", 123456)
            .leak("c", wide, wide + ".go", 1)
            .site("d", name, Verdict.STEADY)
            .site("e", wide, Verdict.INCONCLUSIVE)
            .input("x/" + "y".repeat(200), "unknown", Status.FAILED, "word".repeat(50))
            .build();
    for (boolean unicode : new boolean[] {true, false}) {
      TextStyle style = new TextStyle(width, false, unicode);
      String text = TextReport.of(result, style) + SitesText.of(result, style, true);

      assertThat(text.lines()).allMatch(line -> PlainText.columns(line) <= style.width());
      assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
    }
  }

  private static ResultDsl leaking() {
    ResultDsl dsl = ResultDsl.profiles(10).verdict(Verdict.LEAK).leak("a1", PUT, FILE, 43);
    for (int i = 0; i < 31; i++) {
      dsl.site("s" + i, "main.s" + i, Verdict.STEADY);
    }
    return dsl.notApplicable("ML008", "stuck-evacuation", "Swiss maps have none");
  }

  private static void golden(String name, AnalysisResult result) {
    Goldens.check("report/" + name, TextReport.of(result, UNICODE));
  }
}
