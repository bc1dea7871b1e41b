package io.mapleak.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.source.tree.SourceOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source that is not the profile's: missing, damaged, or of another version. */
class OtherSourceTest {
  private static final String PUT = "example.com/a.(*T).put";

  @TempDir Path temp;

  private SourceAnswer at(byte[] text, long line, String function) throws IOException {
    Files.writeString(temp.resolve("go.mod"), "module example.com/a\n");
    Files.write(temp.resolve("a.go"), text);
    SourceTree tree = Shop.open(new SourceOptions(List.of(temp), List.of(), List.of(), List.of()));
    return tree.at("example.com/a/a.go", line, function);
  }

  private SourceAnswer at(String text, long line, String function) throws IOException {
    return at(text.getBytes(StandardCharsets.UTF_8), line, function);
  }

  private static String reason(SourceAnswer answer) {
    assertThat(answer).isInstanceOf(SourceAnswer.Unknown.class);
    return ((SourceAnswer.Unknown) answer).reason();
  }

  private static final String WHOLE =
      """
      package a
      type T struct{ m map[int]int }
      func (t *T) put() {
      	t.m[1] = 2
      }
      func (t *T) other() {
      	t.m[1] = 3
      }
      """;

  @Test
  void filesThatAreNotThereAreNamed() {
    SourceTree tree = Shop.open(new SourceOptions(List.of(temp), List.of(), List.of(), List.of()));
    assertThat(reason(tree.at("example.com/a/a.go", 4, PUT)))
        .contains("example.com/a/a.go is not in the source at hand");
  }

  @Test
  void aLineOfAnotherFunctionIsAnotherVersion() throws IOException {
    assertThat(at(WHOLE, 4, PUT)).isInstanceOf(SourceAnswer.Map.class);
    assertThat(reason(at(WHOLE, 7, PUT))).contains("a.go:7", PUT, "another build");
    assertThat(reason(at(WHOLE, 99, PUT))).contains("another build");
    assertThat(reason(at(WHOLE, 2, PUT))).contains("another build");
  }

  @Test
  void closuresAreOfTheirFunction() throws IOException {
    String text = "package a\nfunc f(m map[int]int) {\n\tgo func() {\n\t\tm[1] = 2\n\t}()\n}\n";
    assertThat(at(text, 4, "example.com/a.f.func1")).isInstanceOf(SourceAnswer.Map.class);
    assertThat(at(text, 4, "example.com/a.f.gowrap1")).isInstanceOf(SourceAnswer.Map.class);
    assertThat(reason(at(text, 4, "example.com/a.g.func1"))).contains("another build");
  }

  @Test
  void truncatedFilesTellWhatIsWhole() throws IOException {
    String cut = WHOLE.substring(0, WHOLE.indexOf("func (t *T) other") + 10);
    assertThat(at(cut, 4, PUT)).isInstanceOf(SourceAnswer.Map.class);
  }

  @Test
  void noCutOfAFileIsAFault() throws IOException {
    for (int i = 0; i < WHOLE.length(); i++) {
      assertThat(at(WHOLE.substring(0, i), 4, PUT)).as("cut at %s", i).isNotNull();
    }
  }

  @Test
  void textThatIsNoUtf8IsNoFault() throws IOException {
    byte[] text =
        WHOLE.replace("t.m[1] = 2", "t.m[1] = 2 // \u00e4").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(at(text, 4, PUT)).isInstanceOf(SourceAnswer.Map.class);
  }

  @Test
  void hugeFilesAreLeftOut() throws IOException {
    String huge = WHOLE + "// " + "x".repeat(9 << 20) + "\n";
    assertThat(reason(at(huge, 4, PUT))).contains("not in the source at hand");
  }

  @Test
  void typesThatHoldThemselvesEnd() throws IOException {
    String text =
        """
        package a
        type A = B
        type B = A
        type S struct{ s [2]S }
        func f(a map[int]A, s map[int]S) {
        	a[1] = nil
        	s[1] = S{}
        }
        """;
    for (int line : new int[] {6, 7}) {
      SourceAnswer answer = at(text, line, "example.com/a.f");
      assertThat(answer).isInstanceOf(SourceAnswer.Map.class);
      assertThat(((SourceAnswer.Map) answer).source().layout()).isNull();
    }
  }

  @Test
  void callsThatGoRoundEnd() throws IOException {
    String text =
        """
        package a
        var m = map[string]int{}
        func f(s string) {
        	m[s] = 1
        	g(s)
        }
        func g(s string) { f(s); f(h(s)) }
        func h(s string) string { return h(s) }
        """;
    assertThat(at(text, 4, "example.com/a.f")).isInstanceOf(SourceAnswer.Map.class);
  }
}
