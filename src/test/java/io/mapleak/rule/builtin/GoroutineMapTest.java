package io.mapleak.rule.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.evidence.GoroutineTrack;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.evidence.StackFrame;
import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.rule.Evidence;
import io.mapleak.site.AllocationPoint;
import io.mapleak.site.Block;
import io.mapleak.site.CodeLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines whose one block is the only sign of a map. */
class GoroutineMapTest {
  private static final CodeLine TRACK = new CodeLine("hub.(*Hub).track", "hub.go", 75);
  private static final CodeLine MAKE = new CodeLine("hub.newStream", "hub.go", 70);
  private static final CodeLine SUBSCRIBE = new CodeLine("hub.(*Hub).Subscribe", "hub.go", 64);

  private static GoroutineTrack track(long count) {
    StackFrame pump = new StackFrame("hub.(*Stream).pump", "hub.go", 30);
    return new GoroutineTrack(
        pump,
        pump,
        new StackFrame(SUBSCRIBE.function(), "hub.go", 65),
        "select",
        0,
        0,
        List.of(100L, count));
  }

  private static AllocationPoint point(CodeLine at, CodeLine caller, long bytes, long live) {
    Block block = new Block(bytes, live, live, bytes * live, bytes * live, 0);
    return new AllocationPoint(1, at, at, List.of(caller), List.of(block));
  }

  private static Evidence evidence(AllocationPoint... points) {
    return new Evidence(List.of(), List.of(), 0, SideEvidence.NONE, List.of(points));
  }

  /** 3500 entries: B = 10, for 2^9 buckets hold 3328. */
  private static final long CLASSIC = new ClassicLayout(128, true).arrayCharge(10);

  @Test
  void anArrayOfAsManyEntries() {
    Evidence evidence =
        evidence(point(TRACK, SUBSCRIBE, CLASSIC, 1), point(MAKE, SUBSCRIBE, 4864, 3500));
    assertThat(GoroutineMap.unproved(track(3500), evidence)).contains(TRACK);
  }

  @Test
  void tablesOfASwissMap() {
    long table = new SwissLayout(128, true).tableCharge(1024);
    assertThat(GoroutineMap.unproved(track(3500), evidence(point(TRACK, SUBSCRIBE, table, 5))))
        .contains(TRACK);
  }

  @Test
  void objectsOfTheEntriesAreNoArray() {
    assertThat(GoroutineMap.unproved(track(3500), evidence(point(MAKE, SUBSCRIBE, 4864, 3500))))
        .isEmpty();
  }

  @Test
  void otherCallersOtherSizesAndTwoLinesAreNoAnswer() {
    assertThat(GoroutineMap.unproved(track(3500), evidence(point(TRACK, MAKE, CLASSIC, 1))))
        .isEmpty();
    assertThat(GoroutineMap.unproved(track(60), evidence(point(TRACK, SUBSCRIBE, CLASSIC, 1))))
        .isEmpty();
    assertThat(
            GoroutineMap.unproved(
                track(3500),
                evidence(point(TRACK, SUBSCRIBE, CLASSIC, 1), point(MAKE, SUBSCRIBE, CLASSIC, 1))))
        .isEmpty();
  }
}
