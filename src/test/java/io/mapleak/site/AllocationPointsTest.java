package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.GoHeap;
import io.mapleak.testing.ProfileDsl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AllocationPointsTest {
  private static final String PUT = "app.put app/store.go:43";
  private static final String CREATE = "app.Create app/store.go:20";

  @Test
  void oneInstructionIsOnePointWithABlockForEachSize() {
    List<AllocationPoint> points =
        AllocationPoints.of(
            GoHeap.go123(0)
                .seen(909312, 1, 0, PUT, CREATE)
                .seen(1810432, 1, 1, PUT, CREATE)
                .seen(48, 5, 2, "app.newValue app/store.go:35", CREATE)
                .build());

    assertThat(points).hasSize(2);
    AllocationPoint put = points.get(0);
    assertThat(put.leaf()).isEqualTo(new CodeLine("app.put", "app/store.go", 43));
    assertThat(put.owner()).isEqualTo(put.leaf());
    assertThat(put.callers().get(0)).isEqualTo(new CodeLine("app.Create", "app/store.go", 20));
    assertThat(put.blocks()).extracting(Block::bytes).containsExactly(909312L, 1810432L);
    assertThat(put.blocks()).extracting(Block::inuseSampled).containsExactly(0L, 1L);
    assertThat(put.largestInUse()).isEqualTo(1810432);
    Block values = points.get(1).blocks().get(0);
    assertThat(values.allocSampled()).isEqualTo(5);
    assertThat(values.inuseSampled()).isEqualTo(2);
    assertThat(values.freedSampled()).isEqualTo(3);
  }

  @Test
  void stacksOfOneLeafAreSummed() {
    AllocationPoint point =
        only(
            GoHeap.go123(0)
                .seen(909312, 2, 1, PUT, CREATE)
                .seen(909312, 3, 2, PUT, "app.Load app/load.go:9"));

    assertThat(point.blocks()).hasSize(1);
    assertThat(point.blocks().get(0).allocSampled()).isEqualTo(5);
    assertThat(point.blocks().get(0).inuseSampled()).isEqualTo(3);
    // two callers make no twin
    assertThat(point.blocks().get(0).twins()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync.(*Map).Swap sync/map.go:1",
        "internal/sync.newEntryNode[go.shape.interface {}] internal/sync/hashtriemap.go:1",
        "reflect.mapassign_faststr0 runtime/map.go:1",
        "maps.clone maps/maps.go:1",
        "internal/concurrent.(*HashTrieMap[go.shape.int]).Swap hashtriemap.go:1"
      })
  void theOwnerIsTheFirstFrameOutsideTheLibrary(String leaf) {
    AllocationPoint point =
        only(GoHeap.go123(0).seen(909312, 1, 1, leaf, "sync.(*Map).Store sync/map.go:2", PUT));

    assertThat(point.leaf().function()).isEqualTo(leaf.substring(0, leaf.lastIndexOf(' ')));
    assertThat(point.owner()).isEqualTo(new CodeLine("app.put", "app/store.go", 43));
  }

  @Test
  void theOwnerMayBeTheFunctionThatTheLibraryIsInlinedInto() {
    AllocationPoint point =
        only(GoHeap.go123(0).seen(48, 1, 1, "sync.(*Map).Store sync/map.go:2 < " + PUT, CREATE));

    assertThat(point.leaf().function()).isEqualTo("sync.(*Map).Store");
    assertThat(point.owner().function()).isEqualTo("app.put");
    assertThat(point.callers().get(0).function()).isEqualTo("app.Create");
  }

  @Test
  void twoOwnersOfOneLibraryLineAreTwoPoints() {
    String swap = "sync.(*Map).Swap sync/map.go:1";
    List<AllocationPoint> points =
        AllocationPoints.of(
            GoHeap.go123(0).seen(208, 4, 4, swap, PUT).seen(208, 4, 4, swap, CREATE).build());

    assertThat(points)
        .extracting(p -> p.owner().function())
        .containsExactly("app.put", "app.Create");
  }

  @Test
  void aStackOfTheLibraryAloneBelongsToItsLeaf() {
    AllocationPoint point =
        only(
            ProfileDsl.heap()
                .sample("sync.(*Pool).pin sync/pool.go:1", "sync.(*Pool).Get sync/pool.go:2")
                .bytes(48)
                .values(1, 48, 1, 48));

    assertThat(point.owner()).isEqualTo(point.leaf());
  }

  @Test
  void leadingRuntimeFramesAreHiddenAsGoHidesThem() {
    AllocationPoint point =
        only(
            GoHeap.go123(0)
                .seen(
                    909312,
                    1,
                    1,
                    "runtime.makeBucketArray runtime/map.go:1",
                    "internal/runtime/maps.(*Map).growToTable map.go:2",
                    PUT,
                    CREATE));

    assertThat(point.leaf().function()).isEqualTo("app.put");
  }

  @Test
  void aStackOfTheRuntimeAloneIsLeftOut() {
    assertThat(
            AllocationPoints.of(
                ProfileDsl.heap()
                    .sample("runtime.malg runtime/proc.go:1", "runtime.mstart runtime/proc.go:2")
                    .bytes(48)
                    .values(1, 48, 1, 48)
                    .build()))
        .isEmpty();
  }

  @Test
  void samplesThatOnlyHiddenFramesTellApartAreTwins() {
    String grow = "internal/runtime/maps.(*table).grow table.go:1";
    String left = "internal/runtime/maps.(*table).split table.go:2";
    String right = "internal/runtime/maps.(*table).split table.go:3";
    AllocationPoint text =
        only(
            GoHeap.go126(0)
                .seen(27264, 1, 0, grow, PUT)
                .seen(27264, 4, 2, left, PUT)
                .seen(27264, 4, 3, right, PUT)
                .seen(13568, 1, 0, grow, PUT));
    AllocationPoint proto =
        only(
            GoHeap.go126(0)
                .seen(27264, 1, 0, PUT)
                .seen(27264, 4, 2, PUT)
                .seen(27264, 4, 3, PUT)
                .seen(13568, 1, 0, PUT));

    for (AllocationPoint point : List.of(text, proto)) {
      assertThat(point.blocks()).extracting(Block::twins).containsExactly(0, 2);
      assertThat(point.blocks().get(1).allocSampled()).isEqualTo(9);
    }
  }

  @Test
  void samplesWithoutASizeOrAValueAreLeftOut() {
    assertThat(
            AllocationPoints.of(
                ProfileDsl.heap()
                    .sample(PUT)
                    .values(1, 48, 1, 48)
                    .sample(CREATE)
                    .bytes(48)
                    .values(0, 0, 0, 0)
                    .build()))
        .isEmpty();
  }

  private static AllocationPoint only(GoHeap heap) {
    List<AllocationPoint> points = AllocationPoints.of(heap.build());
    assertThat(points).hasSize(1);
    return points.get(0);
  }

  private static AllocationPoint only(ProfileDsl dsl) {
    List<AllocationPoint> points = AllocationPoints.of(dsl.build());
    assertThat(points).hasSize(1);
    return points.get(0);
  }
}
