package io.mapleak.source.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Trees of Go files: declarations, positions, and files that are no Go. */
class GoParserTest {
  private final GoParser parser = parser();

  private static GoParser parser() {
    try {
      return GoParser.load();
    } catch (NoGrammarException e) {
      throw new IllegalStateException(e);
    }
  }

  private GoFile parse(String text) {
    return parser.parse("a.go", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> kinds(GoFile file) {
    return file.declarations().stream().map(Declaration::kind).toList();
  }

  @Test
  void declarationsStandAtTheirLines() {
    GoFile file = parse("package a\n\nvar x = 1\n\n// says\nfunc f() {\n\tx++\n}\n");
    assertThat(kinds(file))
        .containsSubsequence("package_clause", "var_declaration", "function_declaration");
    Declaration function = file.at(7);
    assertThat(function).isNotNull();
    if (function != null) {
      assertThat(function.isFunction()).isTrue();
      assertThat(function.line()).isEqualTo(6);
      assertThat(function.endLine()).isEqualTo(8);
      assertThat(function.text()).isEqualTo("func f() {\n\tx++\n}");
    }
    assertThat(file.at(4)).isNull();
    assertThat(file.at(99)).isNull();
  }

  @Test
  void nodesKnowTheirPartsAndLines() {
    Declaration function = parse("package a\nfunc f(m map[int]int) {\n\tm[1] = 2\n}\n").at(3);
    assertThat(function).isNotNull();
    if (function != null) {
      Syntax index = function.syntax().all("index_expression").findFirst().orElseThrow();
      assertThat(index.line()).isEqualTo(3);
      assertThat(String.valueOf(index.child("operand"))).isEqualTo("identifier m");
      assertThat(String.valueOf(index.child("index"))).isEqualTo("int_literal 1");
      Syntax statement = index.enclosing("assignment_statement");
      assertThat(statement).isNotNull();
      assertThat(index.enclosing("for_statement")).isNull();
    }
  }

  @Test
  void charactersOfSeveralBytesMoveNothing() {
    GoFile file = parse("package a\n\nvar größe = \"日本\"; var y = 2\nfunc f() {}\n");
    assertThat(file.declarations().get(1).text()).isEqualTo("var größe = \"日本\"");
    assertThat(file.declarations().get(2).text()).isEqualTo("var y = 2");
    assertThat(file.at(4)).isNotNull();
  }

  @Test
  void byteOrderMarksAreNoPartOfTheText() {
    assertThat(kinds(parse("\uFEFFpackage a\nvar x int\n")))
        .containsExactly("package_clause", "var_declaration");
  }

  @Test
  void windowsLinesCountAsLines() {
    assertThat(parse("package a\r\n\r\nvar x int\r\n").at(3)).isNotNull();
  }

  @Test
  void truncatedFilesGiveWhatIsWhole() {
    String text = "package a\n\nfunc f() {\n\tx := 1\n\t_ = x\n}\n\nfunc g(m map[int]int) {\n\tm[1";
    GoFile file = parse(text);
    assertThat(kinds(file)).contains("package_clause", "function_declaration");
    assertThat(file.at(4)).isNotNull();
  }

  @Test
  void everyCutOfAFileIsRead() {
    String text =
        """
        package a
        import "maps"
        type t struct{ m map[string][]int }
        func (x *t) put(k string) { x.m[k] = append(x.m[k], 1); maps.Copy(x.m, x.m) }
        """;
    for (int i = 0; i <= text.length(); i++) {
      for (Declaration declaration : parse(text.substring(0, i)).declarations()) {
        assertThat(declaration.syntax().all()).isNotEmpty();
      }
    }
  }

  @Test
  void bytesThatAreNoTextAreNoFault() {
    byte[] noise = new byte[20_000];
    new Random(1).nextBytes(noise);
    for (Declaration declaration : parser.parse("noise.go", noise).declarations()) {
      assertThat(declaration.syntax().text()).isNotNull();
    }
    assertThat(parser.parse("empty.go", new byte[0]).declarations()).isEmpty();
  }

  @Test
  void nestsThatNobodyWritesAreCutOff() {
    String deep = "package a\nvar x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "\n";
    for (Declaration declaration : parse(deep).declarations()) {
      assertThat(declaration.syntax().all().count()).isLessThan(5_000);
    }
  }

  @Test
  void longTablesAreCutOff() {
    String table = "package a\nvar x = []int{" + "1, ".repeat(50_000) + "}\n";
    Declaration declared = parse(table).declarations().get(1);
    assertThat(declared.syntax().all().count()).isBetween(100L, 2_000L);
  }
}
