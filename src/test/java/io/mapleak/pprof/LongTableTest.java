package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LongTableTest {
  @Test
  void numbersKeysAsAMapDoes() {
    Random random = new Random(3);
    LongTable table = new LongTable();
    Map<Long, Integer> model = new LinkedHashMap<>();
    for (int i = 0; i < 50_000; i++) {
      long key = random.nextLong() >> random.nextInt(64);
      int expected = model.computeIfAbsent(key, unused -> model.size());
      assertThat(table.put(key)).isEqualTo(expected);
    }
    assertThat(table.size()).isEqualTo(model.size());
    model.forEach(
        (key, index) -> {
          assertThat(table.find(key)).isEqualTo(index);
          assertThat(table.key(index)).isEqualTo(key);
        });
    assertThat(table.find(1L << 62)).isEqualTo(-1);
  }
}
