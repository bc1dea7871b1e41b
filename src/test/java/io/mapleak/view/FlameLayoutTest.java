package io.mapleak.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.ProfileDsl;
import io.mapleak.view.FlameLayout.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FlameLayoutTest {
  private static final int IN_USE = 3;
  private static final int ALL = Integer.MAX_VALUE;

  @Test
  void calleesStandBelowTheirCallerTheHeaviestFirst() {
    CallTree tree =
        tree(
            heap()
                .sample("b x.go:1", "main m.go:1")
                .values(0, 0, 1, 20)
                .sample("a x.go:2", "main m.go:1")
                .values(0, 0, 1, 70)
                .sample("main m.go:1")
                .values(0, 0, 1, 10));
    assertThat(drawn(tree, CallTree.ROOT, 10))
        .containsExactly("inuse_space@0+10", "main@0+10", "a@0+7 b@7+2");
    assertThat(tree.value(1)).isEqualTo(100);
    assertThat(tree.parent(2)).isEqualTo(1);
    assertThat(tree.isSigned()).isFalse();
  }

  @Test
  void oneFunctionOnTwoPathsIsTwoNodesAndARecursionIsOneBelowTheOther() {
    CallTree tree =
        tree(
            heap()
                .sample("f x.go:1", "f x.go:2", "main m.go:1")
                .values(0, 0, 1, 60)
                .sample("f x.go:1", "other o.go:1")
                .values(0, 0, 1, 40));
    assertThat(drawn(tree, CallTree.ROOT, 10))
        .containsExactly("inuse_space@0+10", "main@0+6 other@6+4", "f@0+6 f@6+4", "f@0+6");
  }

  @Test
  void whatIsNarrowerThanACellIsLeftOutAndCounted() {
    CallTree tree =
        tree(
            heap()
                .sample("big x.go:1")
                .values(0, 0, 1, 979)
                .sample("leaf x.go:2", "small x.go:3")
                .values(0, 0, 1, 12)
                .sample("tiny x.go:4")
                .values(0, 0, 1, 9));
    FlameLayout layout = FlameLayout.of(tree, CallTree.ROOT, 80, 1, ALL);
    assertThat(layout.rows()).hasSize(2);
    assertThat(layout.leftOut()).isEqualTo(3);
    assertThat(layout.heaviestLeftOut()).isEqualTo(12);
    assertThat(FlameLayout.of(tree, CallTree.ROOT, 1000, 1, ALL).leftOut()).isZero();
    FlameLayout few = FlameLayout.of(tree, CallTree.ROOT, 1000, 1, 3);
    assertThat(few.leftOut()).isEqualTo(2);
    assertThat(few.heaviestLeftOut()).isEqualTo(12);
    assertThat(few.rows().get(1)).hasSize(2);
  }

  @Test
  void aZoomedNodeAndItsCallersHaveTheWholeWidth() {
    CallTree tree =
        tree(
            heap()
                .sample("a x.go:1", "left x.go:2")
                .values(0, 0, 1, 90)
                .sample("b x.go:3", "right x.go:4")
                .values(0, 0, 1, 6)
                .sample("c x.go:5", "right x.go:4")
                .values(0, 0, 1, 4));
    int right = node(tree, "right");
    assertThat(drawn(tree, right, 10))
        .containsExactly("inuse_space@0+10", "right@0+10", "b@0+6 c@6+4");
    FlameLayout layout = FlameLayout.of(tree, right, 10, 1, ALL);
    assertThat(layout.cell(node(tree, "c"))).isEqualTo(new Cell(node(tree, "c"), 2, 6, 4));
    assertThat(layout.cell(node(tree, "left"))).isNull();
  }

  @Test
  void inADifferenceWidthIsChangeOfEitherSign() {
    CallTree tree =
        tree(
            heap()
                .sample("grew x.go:1", "main m.go:1")
                .values(0, 0, 1, 30)
                .sample("shrank x.go:2", "main m.go:1")
                .values(0, 0, 1, -30)
                .sample("kept x.go:3", "main m.go:1")
                .values(0, 0, 1, 5)
                .sample("kept x.go:3", "main m.go:1")
                .values(0, 0, 1, -5));
    assertThat(tree.isSigned()).isTrue();
    assertThat(tree.value(CallTree.ROOT)).isZero();
    assertThat(tree.weight(CallTree.ROOT)).isEqualTo(60);
    assertThat(tree.value(node(tree, "shrank"))).isEqualTo(-30);
    assertThat(drawn(tree, CallTree.ROOT, 10))
        .containsExactly("inuse_space@0+10", "main@0+10", "grew@0+5 shrank@5+5");
  }

  @Test
  void aProfileWithoutSamplesIsARootAlone() {
    CallTree tree = tree(heap());
    assertThat(tree.size()).isEqualTo(1);
    assertThat(drawn(tree, CallTree.ROOT, 10)).containsExactly("inuse_space@0+10");
  }

  @Test
  void valuesTooBigToAddUpStillNest() {
    ProfileDsl heap = heap();
    for (int i = 0; i < 4; i++) {
      heap.sample("f" + i + " x.go:1", "main m.go:1").values(0, 0, 1, Long.MAX_VALUE - i);
    }
    assertNests(tree(heap), 77);
  }

  @Test
  void cellsNestWhateverTheTree() {
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      ProfileDsl heap = heap();
      for (int sample = 0; sample < 200; sample++) {
        String[] stack = new String[1 + random.nextInt(12)];
        for (int i = 0; i < stack.length; i++) {
          stack[i] = "f" + random.nextInt(6) + " x.go:1";
        }
        heap.sample(stack).values(0, 0, 1, random.nextInt(100_000) - round * 2_000L);
      }
      assertNests(tree(heap), 1 + random.nextInt(300));
    }
  }

  private static void assertNests(CallTree tree, int width) {
    FlameLayout layout = FlameLayout.of(tree, CallTree.ROOT, width, 1, ALL);
    int cells = 0;
    for (List<Cell> row : layout.rows()) {
      int end = 0;
      for (Cell cell : row) {
        assertThat(cell.left()).isGreaterThanOrEqualTo(end);
        assertThat(cell.width()).isPositive();
        end = cell.right();
        int caller = tree.parent(cell.node());
        Cell above = caller < 0 ? new Cell(-1, -1, 0, width) : requireNonNull(layout.cell(caller));
        assertThat(cell.left()).isGreaterThanOrEqualTo(above.left());
        assertThat(cell.right()).isLessThanOrEqualTo(above.right());
        cells++;
      }
    }
    assertThat(cells + layout.leftOut()).isEqualTo(tree.size());
  }

  private static ProfileDsl heap() {
    return ProfileDsl.heap();
  }

  private static CallTree tree(ProfileDsl heap) {
    return CallTree.of(Selection.of(heap.build(), IN_USE), ReportOptions.DEFAULT);
  }

  private static int node(CallTree tree, String name) {
    for (int node = 0; node < tree.size(); node++) {
      if (tree.name(node).equals(name)) {
        return node;
      }
    }
    throw new AssertionError("no " + name);
  }

  /** The rows as {@code name@left+width}. */
  private static List<String> drawn(CallTree tree, int zoomed, int width) {
    List<String> rows = new ArrayList<>();
    for (List<Cell> row : FlameLayout.of(tree, zoomed, width, 1, ALL).rows()) {
      List<String> cells = new ArrayList<>();
      row.forEach(c -> cells.add(tree.name(c.node()) + "@" + c.left() + "+" + c.width()));
      rows.add(String.join(" ", cells));
    }
    return rows;
  }
}
