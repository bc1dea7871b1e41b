package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of GODEBUG=gctrace=1 by three releases of Go, and forms that others write. */
class GcTraceTest {
  private static final double MIB = 1 << 20;

  /** The form before Go 1.18. */
  private static final String OLD =
      "gc 3 @0.030s 5%: 0.02+0.5+0.002 ms clock, 0.1+0.2/0.4/0+0.01 ms cpu,"
          + " 4->5->2 MB, 6 MB goal, 4 P\n";

  private static GcLog log(Reading reading) {
    return EvidenceFiles.only(reading, GcLog.class);
  }

  @ParameterizedTest
  @CsvSource({"go1.19, 10", "go1.23, 12", "go1.27, 13"})
  void everyLineIsACollection(String release, int collections) throws IOException {
    Reading reading = EvidenceFiles.file("gctrace/" + release + ".log");
    assertThat(reading.kind()).isEqualTo("gctrace");
    assertThat(reading.notes()).isEmpty();
    assertThat(log(reading).cycles()).hasSize(collections);
    assertThat(log(reading).points())
        .isSortedAccordingTo((a, b) -> Double.compare(a.seconds(), b.seconds()));
  }

  @Test
  void figuresOfALine() throws IOException {
    GcLog log = log(EvidenceFiles.file("gctrace/go1.19.log"));
    // gc 2 @0.260s 3%: ... 1->2->1 MB, 2 MB goal, 1 MB stacks, 0 MB globals, 2 P (forced)
    GcLog.Cycle cycle = log.cycles().get(1);
    assertThat(cycle)
        .isEqualTo(new GcLog.Cycle(2, 0.260, 0.03, MIB, 2 * MIB, MIB, 2 * MIB, MIB, 0, true));
    GcLog.Cycle leaks = log(EvidenceFiles.file("gctrace/go1.27.log")).cycles().get(12);
    assertThat(leaks.number()).isEqualTo(13);
  }

  @Test
  void theOldFormAndPrefixesOfCollectors() throws IOException {
    GcLog.Cycle old = log(EvidenceFiles.read(OLD).orElseThrow()).cycles().get(0);
    assertThat(old.liveBytes()).isEqualTo(2 * MIB);
    assertThat(old.stackBytes()).isNegative();
    for (String prefix :
        List.of(
            "2026-11-21T08:00:00.123456789Z stderr F ",
            "Nov 21 08:00:00 host1 shop[812]: ",
            "shop-1  | ",
            "shop-1  | 2026-11-21T08:00:00.1Z ")) {
      assertThat(EvidenceFiles.read("start\n" + prefix + OLD)).as(prefix).isPresent();
    }
  }

  @Test
  void aRestartKeepsTheLastProcess() throws IOException {
    String log = EvidenceFiles.text("gctrace/go1.19.log");
    Reading reading = EvidenceFiles.read(log + log + log).orElseThrow();
    assertThat(log(reading).cycles()).hasSize(10);
    assertThat(reading.notes()).singleElement().asString().contains("3 processes");
  }

  @Test
  void linesMixedWithOtherOutputAreCounted() throws IOException {
    String log = EvidenceFiles.text("gctrace/go1.19.log");
    String mixed =
        log.replace("gc 4 ", "{\"level\":\"info\"} gc 4 ").replaceFirst("ms cpu, ", "ms");
    Reading reading = EvidenceFiles.read(mixed).orElseThrow();
    assertThat(log(reading).cycles()).hasSize(9);
    assertThat(reading.notes()).singleElement().asString().startsWith("1 gctrace line is");
  }

  @Test
  void anUnreadableLogIsStillOne() throws IOException {
    Reading reading = EvidenceFiles.read("gc 1 @0.026s 0%: what is this\n").orElseThrow();
    assertThat(reading.kind()).isEqualTo("gctrace");
    assertThat(reading.observations()).isEmpty();
    assertThat(reading.notes()).hasSize(1);
  }

  @Test
  void aLongLogIsThinnedAndKeepsItsEnds() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 1; i <= 300_000; i++) {
      log.append("gc ")
          .append(i)
          .append(" @")
          .append(i)
          .append(".000s 1%: 1+1+1 ms clock,")
          .append(" 1+1/1/1+1 ms cpu, 9->9->")
          .append(i / 1000)
          .append(" MB, 9 MB goal, 2 P\n");
    }
    GcLog thinned = log(EvidenceFiles.read(log.toString()).orElseThrow());
    assertThat(thinned.cycles().size()).isBetween(50_000, 1 << 17);
    assertThat(thinned.spanSeconds()).isCloseTo(299_999, within(10.0));
    // medians of the first and last quarter lie 3/4 of 300 MiB apart
    assertThat(thinned.grownBytes()).isCloseTo(225 * MIB, within(2 * MIB));
  }

  @Test
  void growthOfTheLiveHeap() throws IOException {
    assertThat(log(EvidenceFiles.file("gctrace/go1.19.log")).grownBytes()).isPositive();
    assertThat(log(EvidenceFiles.read(OLD).orElseThrow()).grownBytes()).isZero();
  }
}
