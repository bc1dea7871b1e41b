package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output of the compiler for programs/shop.go. */
class EscapeReadingTest {
  private static EscapeFacts facts(String name) throws IOException {
    return EvidenceFiles.only(EvidenceFiles.file("compiler/" + name), EscapeFacts.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go1.19-m.txt", "go1.26-m.txt", "go1.26-m-m.txt"})
  void theSessionEscapesAtItsLine(String name) throws IOException {
    assertThat(facts(name).at("example.com/shop/shop/main.go", 26))
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.subject()).isEqualTo("&session{...}");
              assertThat(fact.moved()).isFalse();
              assertThat(fact.column()).isEqualTo(7);
            });
  }

  @Test
  void theFullOutputTellsTheFlow() throws IOException {
    assertThat(facts("go1.26-m-m.txt").at("shop/main.go", 26).get(0).flow())
        .startsWith("from &session{...} (spill)");
    assertThat(facts("go1.26-m.txt").at("shop/main.go", 26).get(0).flow()).isEmpty();
  }

  @Test
  void otherFilesOfTheSameNameAreNotMeant() throws IOException {
    assertThat(facts("go1.26-m.txt").at("example.com/shop/other/main.go", 26)).isEmpty();
    assertThat(facts("go1.19-m.txt").at("/srv/workshop/main.go", 26)).isEmpty();
  }

  @Test
  void movedVariablesAndForeignLines() throws IOException {
    String output =
        "# example.com/a\n./a.go:7:2: moved to heap: total\n./a.go:9:1: undefined: x\n\n";
    EscapeFacts facts =
        EvidenceFiles.only(EvidenceFiles.read(output).orElseThrow(), EscapeFacts.class);
    assertThat(facts.facts())
        .containsExactly(new EscapeFacts.Fact("a.go", 7, 2, "total", true, ""));
    assertThat(EvidenceFiles.read("./a.go:9:1: undefined: x\nmain.go:3 hit\n")).isEmpty();
  }
}
