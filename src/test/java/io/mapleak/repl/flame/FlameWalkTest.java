package io.mapleak.repl.flame;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.mapleak.testing.ProfileDsl;
import io.mapleak.view.CallTree;
import io.mapleak.view.FlameGraph;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import org.junit.jupiter.api.Test;

/** Steps through a graph of two branches: left has 90, right 10, of which c has 1. */
final class FlameWalkTest {
  private static final int ALLOCATED = 1;
  private static final int IN_USE = 3;
  private static final int COLUMNS = 20;

  private final FlameWalk start = FlameWalk.of(graph(IN_USE), COLUMNS);

  @Test
  void arrowsGoToCallersCalleesAndNeighbours() {
    assertThat(name(start)).isEqualTo("inuse_space");
    assertThat(name(start.down())).isEqualTo("left");
    assertThat(name(start.down().right())).isEqualTo("right");
    assertThat(name(start.down().right().right())).isEqualTo("right");
    assertThat(name(start.down().right().down())).isEqualTo("b");
    assertThat(name(start.down().right().down().left())).isEqualTo("a");
    assertThat(name(start.down().right().down().up())).isEqualTo("right");
    assertThat(name(start.up())).isEqualTo("inuse_space");
    assertThat(name(start.left())).isEqualTo("inuse_space");
    assertThat(name(start.down().down().down())).isEqualTo("a");
  }

  @Test
  void zoomMakesRoomForWhatWasTooNarrow() {
    FlameWalk right = start.down().right();
    assertThat(right.layout().leftOut()).isEqualTo(1);
    FlameWalk zoomed = right.zoom();
    assertThat(zoomed.layout().leftOut()).isZero();
    assertThat(name(zoomed.down().right())).isEqualTo("c");
    assertThat(name(zoomed.up())).isEqualTo("inuse_space");
    assertThat(name(zoomed.up().down())).isEqualTo("right");
    FlameWalk out = zoomed.down().right().out();
    assertThat(out.zoomed()).isEqualTo(CallTree.ROOT);
    assertThat(name(out)).as("c has no cell any more").isEqualTo("inuse_space");
    assertThat(name(zoomed.down().out())).isEqualTo("b");
    assertThat(start.out()).isSameAs(start);
  }

  @Test
  void searchSelectsHitAfterHitAndZoomsWhereNeeded() {
    FlameWalk found = start.search(Pattern.compile("^[bc]$"));
    assertThat(name(found)).isEqualTo("b");
    assertThat(found.hits()).isEqualTo(2);
    assertThat(found.hitNumber()).isEqualTo(1);
    assertThat(found.hitValue()).isEqualTo(10);
    assertThat(found.zoomed()).isEqualTo(CallTree.ROOT);
    FlameWalk next = found.next();
    assertThat(name(next)).isEqualTo("c");
    assertThat(next.zoomed()).isEqualTo(next.selected());
    assertThat(name(next.next())).isEqualTo("b");
    assertThat(name(next.previous())).isEqualTo("b");
    assertThat(name(found.previous())).isEqualTo("c");
    FlameWalk below = start.search(Pattern.compile("right|b"));
    assertThat(below.hitValue()).as("b lies below right").isEqualTo(10);
    FlameWalk none = start.search(Pattern.compile("nothing"));
    assertThat(none.hits()).isZero();
    assertThat(none.next().selected()).isEqualTo(start.selected());
    assertThat(start.search(Pattern.compile("inuse_space")).hits()).isZero();
  }

  @Test
  void anotherSampleTypeKeepsThePlace() {
    FlameWalk zoomed = start.search(Pattern.compile("b")).up().zoom().down();
    FlameWalk other = zoomed.in(graph(ALLOCATED));
    assertThat(name(other)).isEqualTo("b");
    assertThat(other.graph().tree().name(other.zoomed())).isEqualTo("right");
    assertThat(other.hits()).isEqualTo(1);
    FlameWalk gone = start.down().down().in(graph(ALLOCATED));
    assertThat(name(gone)).as("a allocated nothing there").isEqualTo("alloc_space");
  }

  @Test
  void aNarrowWindowSelectsWhatIsLeft() {
    FlameWalk right = start.down().right();
    assertThat(name(right.resized(40))).isEqualTo("right");
    assertThat(name(right.resized(5))).isEqualTo("inuse_space");
  }

  @Test
  void anEmptyGraphCanBeWalked() {
    FlameGraph empty =
        FlameGraph.of(Selection.of(ProfileDsl.heap().build(), IN_USE), ReportOptions.DEFAULT);
    FlameWalk walk = FlameWalk.of(empty, COLUMNS).down().right().zoom().out().next().previous();
    assertThat(walk.search(Pattern.compile(".")).selected()).isEqualTo(CallTree.ROOT);
  }

  static FlameGraph graph(int type) {
    ProfileDsl heap =
        ProfileDsl.heap()
            .sample("a x.go:1", "left x.go:2")
            .values(0, 0, 1, 90)
            .sample("b x.go:3", "right x.go:4")
            .values(1, 70, 1, 9)
            .sample("c x.go:5", "right x.go:4")
            .values(1, 30, 1, 1);
    return FlameGraph.of(Selection.of(heap.build(), type), ReportOptions.DEFAULT);
  }

  private static String name(FlameWalk walk) {
    return walk.graph().tree().name(walk.selected());
  }
}
