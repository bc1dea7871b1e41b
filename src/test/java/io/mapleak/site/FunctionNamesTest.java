package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionNamesTest {
  @ParameterizedTest
  @CsvSource({
    "main.put, put",
    "example.com/shop/session.(*Store).put, put",
    "a/b.(*Cache[go.shape.int]).Add.func1, Add",
    "a/b.(*Cache[go.shape.struct { x.y/z.T }]).Add, Add",
    "'a/b.Map[...].Set', Set",
    "main.serve.func2.1, serve",
    "main.run.gowrap3, run",
    "main.(*Tree).Insert-range1, Insert-range1",
    "example.com/v2.Register, Register"
  })
  void baseName(String function, String name) {
    assertThat(FunctionNames.baseName(function)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "net/http.(*conn).serve, net/http",
    "github.com/alicebob/miniredis/v2.(*RedisDB).incr, github.com/alicebob/miniredis/v2",
    "'example.com/a/cache.(*shard[go.shape.*example.com/b.T]).Add', example.com/a/cache",
    "main.main, main",
    "memcpy, memcpy"
  })
  void thePackageOfAFunction(String function, String path) {
    assertThat(FunctionNames.packageOf(function)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main.NewStore",
        "a/b.makeTable",
        "a/b.(*T).readAll",
        "a/b.(*T).appendRow",
        "a/b.(*Encoder).EncodeAll",
        "a/b.(*Log).segmentBuffer",
        "a/b.(*Log).page",
        "a/b.(*Pool).slabFor",
        "a/b.newRing.func1"
      })
  void buffersAreMadeByThese(String function) {
    assertThat(FunctionNames.makesBuffers(function)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main.put",
        "a/buffer.(*Store).Add",
        "a/b.(*Ring).Register",
        "a/b.(*Session).handle",
        "a/b.(*Cache[go.shape.newtype]).Set"
      })
  void mapsAreFilledByThese(String function) {
    assertThat(FunctionNames.makesBuffers(function)).isFalse();
  }
}
