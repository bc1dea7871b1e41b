package io.mapleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SymbolNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.com/b/c/session.(*Store).put     | 30 | a.com/b/c/session.(*Store).put",
        "a.com/b/c/session.(*Store).put     | 29 | a.com/~/session.(*Store).put",
        "a.com/b/c/session.(*Store).put     | 27 | ~/session.(*Store).put",
        "a.com/bbbb/c/session.(*Store).put  | 31 | a.com/~/c/session.(*Store).put",
        "a.com/b/c/session.(*Store).put     | 9  | ~/se~.put",
        "main.averylongfunctionname         | 13 | main.a~onname",
        "m.F[a.com/b/c/d.T]                 | 12 | m.F[a~c/d.T]",
        "a.com/x.F[b.com/y/z/d.T]           | 14 | ~/x.F[~/z/d.T]"
      })
  void fits(String name, int width, String expected) {
    String fitted = SymbolName.fit(name, width, "~");

    assertThat(fitted).isEqualTo(expected);
    assertThat(fitted).hasSizeLessThanOrEqualTo(width);
  }
}
