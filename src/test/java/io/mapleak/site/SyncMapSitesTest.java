package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.testing.GoHeap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SyncMapSitesTest {
  private static final CodeLine USER = new CodeLine("app.(*Hub).register", "hub.go", 44);

  private static AllocationPoint at(String frame, Block... blocks) {
    return new AllocationPoint(
        frame.hashCode(), new CodeLine(frame, "map.go", 9), USER, List.of(), List.of(blocks));
  }

  private static List<SyncMapSites.Measured> measured(
      GoVersionReading go, List<AllocationPoint> points) {
    Companions none = new Companions(points, Set.of(), new Sampling(GoHeap.RATE));
    return new SyncMapSites(go, GoHeap.RATE).of(points, none);
  }

  @Test
  void theReadAndTheDirtyMapAreAddedUp() {
    long array = new ClassicLayout(24, true).arrayCharge(13);
    List<SyncMapSites.Measured> sites =
        measured(
            Points.GO_123,
            List.of(
                at("sync.(*Map).dirtyLocked", Points.block(array, 1, 1)),
                at("sync.(*Map).Swap", Points.block(array / 2, 1, 0), Points.block(array, 1, 1))));
    assertThat(sites).hasSize(1);
    assertThat(sites.get(0).at()).isEqualTo(USER);
    assertThat(sites.get(0).array().bytes().best()).isEqualTo(2.0 * array);
    assertThat(sites.get(0).array().entries().high()).isEqualTo(6.5 * (1 << 13));
  }

  @Test
  void oneOfTheTwoMayBeUnseen() {
    long array = new ClassicLayout(24, true).arrayCharge(11);
    SyncMapSites.Measured site =
        measured(Points.GO_123, List.of(at("sync.(*Map).Swap", Points.block(array, 1, 1)))).get(0);
    assertThat(site.array().bytes().low()).isEqualTo(array);
    assertThat(site.array().bytes().high()).isEqualTo(2.0 * array);
  }

  @Test
  void entriesAndNodesOfAHashTrieCountItsKeys() {
    // 100 000 keys: 48 bytes each, and 0.35 nodes of 160 bytes
    SyncMapSites.Measured site =
        measured(
                Points.GO_126,
                List.of(
                    at("internal/sync.newEntryNode[...]", Points.block(48, 9, 9)),
                    at("internal/sync.newIndirectNode[...]", Points.block(160, 11, 11))))
            .get(0);
    assertThat(site.slotBytes()).isNull();
    assertThat(site.array().entries().low()).isLessThan(100_000);
    assertThat(site.array().entries().high()).isGreaterThan(100_000);
    assertThat(site.array().bytes().high()).isLessThanOrEqualTo(2.01 * site.array().bytes().low());
  }

  @Test
  void aTrieWhoseNodesAllDiedHoldsNothing() {
    SyncMapSites.Measured site =
        measured(
                Points.GO_126,
                List.of(at("internal/sync.newEntryNode[...]", Points.block(48, 9, 0))))
            .get(0);
    assertThat(site.array().instances()).isZero();
    assertThat(site.array().bytes().best()).isZero();
  }
}
