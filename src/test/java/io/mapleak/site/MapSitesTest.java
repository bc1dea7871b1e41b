package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.profile.Profile;
import io.mapleak.testing.ProfileDsl;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Maps and what looks like one, as blocks of a single call instruction. */
class MapSitesTest {
  private static final long RATE = 524288;
  private static final GoVersionReading CLASSIC = GoVersionReader.given(GoVersion.of(23));
  private static final GoVersionReading SWISS = GoVersionReader.given(GoVersion.of(26));

  private final ProfileDsl dsl = ProfileDsl.heap();

  /** Samples of one size: the values that Go's profile holds for so many sampled blocks. */
  private MapSitesTest blocks(String frame, long bytes, long made, long live) {
    double p = -Math.expm1(-(double) bytes / RATE);
    dsl.sample(frame, "main.main main.go:5")
        .bytes(bytes)
        .values(
            (long) (made / p),
            (long) (made * bytes / p),
            (long) (live / p),
            (long) (live * bytes / p));
    return this;
  }

  private List<MapSite> sites(GoVersionReading go) {
    Profile profile = dsl.build();
    return MapSites.inferred(
            AllocationPoints.of(profile), go, profile.header().period(), MapLines.NONE)
        .stream()
        .map(MapSites.Inferred::site)
        .toList();
  }

  @Test
  void aLadderOfBucketArraysIsAClassicMapKnownToTheByte() {
    String put = "shop.(*Store).put store.go:43";
    // string -> pointer: (2^B + 2^(B-4)) x 208, B = 12 to 15, and single overflow buckets
    blocks(put, 208, 3, 1);
    blocks(put, 909312, 1, 0)
        .blocks(put, 1810432, 1, 0)
        .blocks(put, 3620864, 1, 0)
        .blocks(put, 7241728, 1, 1);
    MapSite site = sites(CLASSIC).get(0);
    assertThat(site.at().function()).isEqualTo("shop.(*Store).put");
    assertThat(site.implementation()).isEqualTo(Implementation.CLASSIC);
    assertThat(site.slotBytes()).isEqualTo(24);
    assertThat(site.arrayBytes().low()).isEqualTo(7241728);
    assertThat(site.arrayBytes().high()).isEqualTo(7241728);
    assertThat(site.instances()).isEqualTo(1);
    // B = 15: from 6.5 x 2^14 = 106496 to 6.5 x 2^15 = 212992 entries, and 1 % for what is on its
    // way
    assertThat(Objects.requireNonNull(site.entries()).low()).isEqualTo(105441);
    assertThat(Objects.requireNonNull(site.entries()).high()).isEqualTo(215122);
  }

  @Test
  void twoNeighboursAliveAreAGrowthUnderWay() {
    String add = "net.(*Table).add table.go:35";
    blocks(add, 144, 4, 2)
        .blocks(add, 5013504, 1, 0)
        .blocks(add, 10027008, 1, 1)
        .blocks(add, 20054016, 1, 1);
    MapSite site = sites(CLASSIC).get(0);
    assertThat(site.arrayBytes().best()).isEqualTo(20054016);
    assertThat(site.oldArrayBytes()).isEqualTo(10027008);
  }

  @Test
  void twinsAtOneStackAndSizeAreTheTablesOfASwissMap() {
    String put = "shop.(*Store).put store.go:43";
    // grow, left half and right half of a split: three samples that only hidden frames tell apart
    blocks(put, 27264, 7, 4).blocks(put, 27264, 6, 4).blocks(put, 27264, 1, 0);
    MapSite site = sites(SWISS).get(0);
    assertThat(site.implementation()).isEqualTo(Implementation.SWISS);
    assertThat(site.slotBytes()).isEqualTo(24);
    assertThat(site.confidence()).isGreaterThan(0.99);
    // 8 alive and 6 dead sampled at 5.07 %: about 128 tables, from 57 000 to 115 000 entries
    assertThat(site.arrayBytes().low()).isLessThanOrEqualTo(128 * 27264.0);
    assertThat(site.arrayBytes().high()).isGreaterThanOrEqualTo(128 * 27264.0);
    assertThat(site.arrayBytes().high()).isLessThanOrEqualTo(2 * site.arrayBytes().low());
  }

  @Test
  void pagesThatGrowWithoutSplitsAreNoMap() {
    // tables of a map only become more by splits, and each split leaves a dead one
    Profile before =
        new MapSitesTest().blocks("store.newPage page.go:44", 18432, 20, 20).dsl.build();
    Profile after =
        new MapSitesTest().blocks("store.newPage page.go:44", 18432, 68, 68).dsl.build();
    assertThat(SeriesSites.infer(List.of(before, after), SWISS)).isEmpty();
  }

  @Test
  void anAppendedSliceIsNoMap() {
    String add = "log.(*Log).add log.go:37";
    for (long bytes :
        new long[] {172032, 278528, 352256, 442368, 557056, 704512, 884736, 1114112, 1400832}) {
      blocks(add, bytes, 1, bytes == 1400832 ? 1 : 0);
    }
    assertThat(sites(CLASSIC)).isEmpty();
    assertThat(sites(SWISS)).isEmpty();
  }

  @Test
  void aDoublingRingIsNoMap() {
    String grow = "queue.(*Deque).grow deque.go:40";
    for (long bytes = 98304; bytes <= 25165824; bytes *= 2) {
      blocks(grow, bytes, 1, bytes == 25165824 ? 1 : 0);
    }
    assertThat(sites(CLASSIC)).isEmpty();
    assertThat(sites(SWISS)).isEmpty();
  }

  @Test
  void aGrowingBufferOfTheLibraryIsNoMap() {
    blocks("sync.(*poolChain).pushHead poolqueue.go:245", 1152, 1, 0);
    blocks("sync.(*poolChain).pushHead poolqueue.go:245", 9472, 1, 0);
    blocks("sync.(*poolChain).pushHead poolqueue.go:245", 18432, 2, 2);
    assertThat(sites(SWISS)).isEmpty();
  }

  @Test
  void aSyncMapIsItsFirstCallerOutsideSync() {
    double p = -Math.expm1(-48.0 / RATE);
    dsl.sample(
            "internal/sync.newEntryNode[...] hashtriemap.go:572",
            "internal/sync.(*HashTrieMap[...]).Swap hashtriemap.go:210",
            "sync.(*Map).Store map.go:40",
            "hub.(*Hub).register hub.go:44",
            "main.main main.go:5")
        .bytes(48)
        .values((long) (20 / p), (long) (20 * 48 / p), (long) (20 / p), (long) (20 * 48 / p));
    MapSite site = sites(SWISS).get(0);
    assertThat(site.at().function()).isEqualTo("hub.(*Hub).register");
    assertThat(site.implementation()).isEqualTo(Implementation.SYNC_MAP);
  }

  @Test
  void withoutBlockSizesThereIsNothingToSee() {
    dsl.sample("shop.put store.go:1").values(1, 7241728, 1, 7241728);
    assertThat(sites(CLASSIC)).isEmpty();
  }
}
