package io.mapleak.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class StackTableTest {
  @Test
  void aStackIsCopiedWhereverItsPiecesEnd() {
    int[] starts = {0, 3, 3, 9, 11};
    StackTable whole = new StackTable(starts, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    StackTable pieces =
        new StackTable(starts, new int[][] {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 0}}, 2);
    int[] buffer = {};
    for (int stack = 0; stack < whole.size(); stack++) {
      buffer = pieces.copy(stack, buffer);
      int[] copied = Arrays.copyOf(buffer, pieces.depth(stack));
      assertThat(copied).isEqualTo(Arrays.copyOf(whole.copy(stack, buffer), whole.depth(stack)));
      for (int i = 0; i < copied.length; i++) {
        assertThat(copied[i]).isEqualTo(pieces.locationAt(pieces.start(stack) + i));
      }
    }
    assertThat(pieces.copy(0, buffer)).as("a buffer that is long enough").isSameAs(buffer);
  }
}
