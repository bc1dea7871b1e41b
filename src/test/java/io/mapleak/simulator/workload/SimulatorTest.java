package io.mapleak.simulator.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.alternative.Alternative;
import io.mapleak.simulator.alternative.Design;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  private static final String INTS = "key int64\nelem int64\n";

  private static Workload workload(String text) {
    try {
      return WorkloadParser.parse("test", text);
    } catch (WorkloadException e) {
      throw new AssertionError(e);
    }
  }

  private static Design map(Workload workload, int minor) {
    return Alternative.MAP.design(GoVersion.of(minor), workload.type(), 0, 0);
  }

  private static Simulation run(Workload workload, int samples, int... minors) {
    List<Design> designs =
        java.util.Arrays.stream(minors).mapToObj(minor -> map(workload, minor)).toList();
    return new Simulator(workload, 1).run(designs, Simulator.moments(workload, samples));
  }

  @Test
  void insertsOfAMapArriveAndCostWhatWasMeasured() {
    Workload workload = workload(INTS + "phase fill for 10s\n insert 100/s\n");
    Simulation simulation = run(workload, 10, 23, 26);

    assertThat(simulation.operations()).isEqualTo(new OperationCounts(1000, 0, 0, 0, 0));
    assertThat(simulation.mostEntries()).isEqualTo(1000);
    List<Sample> classic = simulation.outcomes().get(0).samples();
    assertThat(classic).extracting(Sample::entries).startsWith(100L, 200L).endsWith(1000L);
    // measured on Go 1.23: 41 072 to 41 184 bytes for 1000 int64 -> int64
    assertThat(classic.get(9).liveBytes()).isBetween(41_000L, 41_300L);
    assertThat(classic.get(9).wasteBytes()).isEqualTo(classic.get(9).liveBytes() - 16_000);
    // measured on Go 1.24 and later: 36 992
    assertThat(simulation.outcomes().get(1).end().liveBytes()).isEqualTo(36_992);
    assertThat(classic).allMatch(s -> s.peakBytes() >= s.liveBytes());
    assertThat(classic).allMatch(s -> s.allocatedBytes() >= s.peakBytes());
  }

  @Test
  void deletesLeaveTheArrayAndRebuildGivesItBack() {
    String text =
        INTS
            + "phase fill for 10s\n insert 100000\n"
            + "phase delete for 10s\n at 0 delete 90%\n at 8s rebuild\n";
    Simulation simulation = run(workload(text), 4, 23, 26);

    for (Outcome outcome : simulation.outcomes()) {
      List<Sample> samples = outcome.samples();
      assertThat(samples.get(1).entries()).isEqualTo(100_000);
      assertThat(samples.get(2).entries()).isEqualTo(10_000);
      assertThat(samples.get(2).liveBytes()).isEqualTo(samples.get(1).liveBytes());
      assertThat(samples.get(3).entries()).isEqualTo(10_000);
      assertThat(samples.get(3).liveBytes()).isLessThan(samples.get(2).liveBytes() / 6);
      assertThat(samples.get(3).peakBytes())
          .as("while it copies, both maps are there")
          .isGreaterThan(samples.get(2).liveBytes());
    }
  }

  @Test
  void aLifetimeHoldsTheEntriesAtRateTimesLifetime() {
    // Little's law: 50/s for 60 s each
    for (String lifetime : List.of("60s", "mean 60s", "30s to 90s")) {
      Workload workload =
          workload(INTS + "phase p for 20m\n insert 50/s\n lifetime " + lifetime + "\n");
      Simulation simulation = run(workload, 20, 26);
      assertThat((double) simulation.outcomes().get(0).end().entries())
          .isCloseTo(3000, within(250.0));
    }
  }

  @Test
  void anIdleLifetimeBeginsAnewWithEachUpdate() {
    String text =
        INTS + "phase p for 10m\n insert 1/s\n update %s/s sequential\n lifetime %s 30s\n";
    long busy = run(workload(text.formatted(100, "idle")), 1, 26).outcomes().get(0).end().entries();
    long idle = run(workload(text.formatted(100, "")), 1, 26).outcomes().get(0).end().entries();

    assertThat(busy).as("all are updated all the time").isEqualTo(600);
    assertThat(idle).isBetween(29L, 31L);
  }

  @Test
  void sequentialDeletesTakeTheOldest() {
    String text =
        INTS + "phase p for 100s\n insert 10/s sequential of 1000\n delete 5/s sequential\n";
    Simulation simulation = run(workload(text), 1, 26);

    assertThat(simulation.operations().deletes()).isEqualTo(500);
    assertThat(simulation.outcomes().get(0).end().entries()).isEqualTo(500);
  }

  @Test
  void theNewestEntryIsDeletedFirst() {
    // what is inserted in the first second stays; of each later pair the newer one goes
    String text =
        INTS + "phase a for 1s\n insert 10/s\nphase b for 99s\n insert 10/s\n delete 10/s newest\n";
    Outcome few = run(workload(text), 1, 26).outcomes().get(0);
    Outcome any = run(workload(text.replace(" newest", "")), 1, 26).outcomes().get(0);

    assertThat(few.end().entries()).isBetween(9L, 11L);
    assertThat(any.end().entries()).isEqualTo(few.end().entries());
    assertThat(few.end().arrayBytes()).isLessThanOrEqualTo(any.end().arrayBytes());
  }

  @Test
  void aKeySpaceIsFilledByItsDistribution() {
    String text = INTS + "phase p for 100s\n insert 100/s %s of 1000\n";
    OperationCounts uniform = run(workload(text.formatted("uniform")), 1, 26).operations();
    OperationCounts hot = run(workload(text.formatted("hot 10% 100%")), 1, 26).operations();

    // 1000 keys, 10 000 draws: each is drawn but for exp(-10) of them
    assertThat(uniform.inserts()).isBetween(995L, 1000L);
    assertThat(uniform.inserts() + uniform.updates()).isEqualTo(10_000);
    assertThat(hot.inserts()).isEqualTo(100);
  }

  @Test
  void clearKeepsTheArrayAndMakeDoesNot() {
    String text = INTS + "phase p for 10s\n at 0 insert 1000\n at 5s %s\n";
    Sample cleared = run(workload(text.formatted("clear")), 2, 23).outcomes().get(0).end();
    Sample made = run(workload(text.formatted("make")), 2, 23).outcomes().get(0).end();

    assertThat(cleared.entries()).isZero();
    assertThat(cleared.liveBytes()).isGreaterThan(40_000);
    assertThat(made.entries()).isZero();
    assertThat(made.liveBytes()).isEqualTo(48);
    assertThat(made.garbageBytes()).isGreaterThan(40_000);
  }

  @Test
  void objectsOfSeveralSizesAreChargedTheirMean() {
    String text = INTS + "%sphase p for 10s\n insert 1000\n";
    long bare = run(workload(text.formatted("")), 1, 26).outcomes().get(0).end().liveBytes();
    Workload mean = workload(text.formatted("key-object mean 152\n"));
    Workload one = workload(text.formatted("key-object 152\n"));

    assertThat(run(mean, 1, 26).outcomes().get(0).end().liveBytes() - bare).isEqualTo(152_000);
    assertThat(run(one, 1, 26).outcomes().get(0).end().liveBytes() - bare).isEqualTo(160_000);
  }

  @Test
  void objectsLiveWithTheirEntries() {
    String head = INTS + "key-object 32\nelem-object 100\n";
    Workload workload = workload(head + "phase p for 10s\n insert 1000\n at 10s delete 50%\n");
    Workload bare = workload(INTS + "phase p for 10s\n insert 1000\n at 10s delete 50%\n");
    Sample full = run(workload, 1, 26).outcomes().get(0).end();
    Sample without = run(bare, 1, 26).outcomes().get(0).end();

    // 32 and 112: size classes of 32 and 100 bytes
    assertThat(full.liveBytes() - without.liveBytes()).isEqualTo(500 * (32 + 112));
    assertThat(full.wasteBytes()).isEqualTo(without.wasteBytes());
    assertThat(full.allocatedBytes() - without.allocatedBytes()).isEqualTo(1000 * (32 + 112));
  }

  @Test
  void severalMapsShareTheOperations() {
    Workload one = workload(INTS + "phase p for 10s\n insert 100000\n");
    Simulation simulation = run(one.withMaps(100), 1, 23);
    Sample end = simulation.outcomes().get(0).end();

    assertThat(end.entries()).isEqualTo(100_000);
    // a map of 1000 entries is charged 41 000 bytes, one of over 1664 twice as much
    assertThat(end.liveBytes()).isBetween(100 * 40_000L, 100 * 60_000L);
  }

  @Test
  void aGrowthLeavesABacklog() {
    // 6.5 x 2^13 = 53 248 entries: the next insert doubles the array of 8192 buckets
    Workload workload = workload(INTS + "phase p for 1s\n insert 53249\n");
    Outcome outcome = run(workload, 1, 23).outcomes().get(0);

    assertThat(outcome.end().evacuationBacklog()).isBetween(8180L, 8192L);
    assertThat(run(workload, 1, 26).outcomes().get(0).end().evacuationBacklog()).isZero();
  }

  @Test
  void churnWithNewKeysIsNotChurnWithTheSameKeys() {
    // ids of deleted keys come back, their hashes don't: chains get overflow buckets
    String text = INTS + "phase p for 100s\n at 0 insert 6000\n %s\n";
    long fresh =
        run(workload(text.formatted("insert 1000/s\n delete 1000/s")), 1, 23)
            .outcomes()
            .get(0)
            .end()
            .allocatedBytes();
    long none =
        run(workload(text.formatted("update 1000/s")), 1, 23)
            .outcomes()
            .get(0)
            .end()
            .allocatedBytes();

    assertThat(fresh).isGreaterThan(none + 50 * 144);
  }

  @Test
  void oneSeedIsOneResult() {
    Workload workload =
        workload(
            INTS
                + "phase p for 60s\n insert 100/s zipf 1.1 of 5000\n delete 20/s\n"
                + " lookup 50/s hot 10% 90% miss 5%\n lifetime mean 20s\n every 10s range\n");
    Simulation first = run(workload, 12, 23, 26);
    Simulation again = run(workload, 12, 23, 26);
    List<Design> designs = List.of(map(workload, 23));
    Simulation other = new Simulator(workload, 2).run(designs, Simulator.moments(workload, 12));

    assertThat(again.operations()).isEqualTo(first.operations());
    assertThat(again.outcomes().get(0).samples()).isEqualTo(first.outcomes().get(0).samples());
    assertThat(again.outcomes().get(1).samples()).isEqualTo(first.outcomes().get(1).samples());
    assertThat(other.operations()).isNotEqualTo(first.operations());
  }

  @Test
  void aModelDoesNotDependOnItsCompany() {
    Workload workload =
        workload(INTS + "phase p for 60s\n insert 100/s\n delete 90/s\n lookup 50/s\n");
    Simulation alone = run(workload, 6, 26);
    Design syncMap = Alternative.SYNC_MAP.design(GoVersion.of(23), workload.type(), 0, 0);
    Simulation together =
        new Simulator(workload, 1)
            .run(List.of(map(workload, 26), syncMap), Simulator.moments(workload, 6));

    assertThat(together.operations()).isEqualTo(alone.operations());
    assertThat(together.outcomes().get(0).samples()).isEqualTo(alone.outcomes().get(0).samples());
  }

  @Test
  void eventsOfTheWholeRunDoNotBeginAnewWithAPhase() {
    Workload workload =
        workload(
            INTS
                + "every 25s clear\n"
                + "phase a for 20s\n insert 10/s\nphase b for 20s\n insert 10/s\n"
                + "phase c for 20s\n insert 10/s\n");
    Simulation simulation = run(workload, 60, 26);

    assertThat(simulation.operations().events()).isEqualTo(2);
    assertThat(simulation.outcomes().get(0).samples())
        .extracting(Sample::entries)
        .contains(240L)
        .doesNotContain(260L)
        .endsWith(90L, 100L);
  }
}
