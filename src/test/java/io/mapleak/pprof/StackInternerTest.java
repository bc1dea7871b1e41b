package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.profile.StackTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StackInternerTest {
  /**
   * Against a plain map, over piece borders, with stacks longer than a piece and with empty ones.
   */
  @Test
  void numbersStacksAsAMapDoes() {
    Random random = new Random(5);
    StackInterner interner = new StackInterner();
    Map<List<Integer>, Integer> model = new HashMap<>();
    List<List<Integer>> stacks = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      List<Integer> stack =
          !stacks.isEmpty() && random.nextBoolean()
              ? stacks.get(random.nextInt(stacks.size()))
              : random
                  .ints(i == 5000 ? 2 * StackInterner.PIECE + 3 : random.nextInt(120), -9, 9)
                  .boxed()
                  .toList();
      stack.forEach(interner::push);
      assertThat(interner.depth()).isEqualTo(stack.size());
      int expected = model.computeIfAbsent(stack, key -> model.size());
      if (expected == stacks.size()) {
        stacks.add(stack);
      }
      assertThat(interner.intern()).isEqualTo(expected);
    }
    StackTable table = interner.table();
    assertThat(table.size()).isEqualTo(stacks.size());
    for (int i = 0; i < table.size(); i++) {
      List<Integer> found = new ArrayList<>();
      for (int at = table.start(i); at < table.end(i); at++) {
        found.add(table.locationAt(at));
      }
      assertThat(found).as("stack %d", i).isEqualTo(stacks.get(i));
      assertThat(table.depth(i)).isEqualTo(found.size());
    }
  }
}
