package io.mapleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherProgramTest {
  @ParameterizedTest
  @CsvSource({
    "net/http.(*conn).serve, net/http",
    "github.com/alicebob/miniredis/v2.(*RedisDB).incr, github.com/alicebob/miniredis/v2",
    "'example.com/a/cache.(*shard[go.shape.*example.com/b.T]).Add', example.com/a/cache",
    "main.main, main",
    "memcpy, memcpy"
  })
  void thePackageOfAFunction(String function, String path) {
    assertThat(OtherProgram.packageOf(function)).isEqualTo(path);
  }
}
