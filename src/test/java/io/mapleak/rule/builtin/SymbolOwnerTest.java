package io.mapleak.rule.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.site.FunctionNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolOwnerTest {
  @ParameterizedTest
  @CsvSource({
    "main.main, main, main, main.main",
    "main.main.func1, main, main, main.main",
    "example.com/a/b.v2/pkg.(*T).put, example.com/a/b.v2/pkg.T, example.com/a/b.v2/pkg,"
        + " example.com/a/b.v2/pkg.(*T).put",
    "example.com/a.T.put.func2.1, example.com/a.T, example.com/a, example.com/a.T.put",
    "example.com/a.(*T[...]).put, example.com/a.T[...], example.com/a, example.com/a.(*T[...]).put",
    "example.com/a.f[go.shape.int], example.com/a, example.com/a, example.com/a.f[go.shape.int]",
    "example.com/a.T[go.shape.int].put, example.com/a.T[go.shape.int], example.com/a,"
        + " example.com/a.T[go.shape.int].put",
    "panic, panic, panic, panic"
  })
  void parts(String function, String owner, String inPackage, String outermost) {
    assertThat(SymbolOwner.of(function)).isEqualTo(owner);
    assertThat(FunctionNames.packageOf(function)).isEqualTo(inPackage);
    assertThat(SymbolOwner.outermost(function)).isEqualTo(outermost);
  }
}
