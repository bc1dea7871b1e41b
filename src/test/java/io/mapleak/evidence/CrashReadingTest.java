package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Crash output of three releases of Go (programs/), and lines of the kernel. */
class CrashReadingTest {
  private static Crash crash(Reading reading) {
    return EvidenceFiles.only(reading, Crash.class);
  }

  @ParameterizedTest
  @CsvSource({
    "go1.19-nilmap, NIL_MAP_WRITE, main.(*registry).add, 9",
    "go1.23-nilmap, NIL_MAP_WRITE, main.(*registry).add, 9",
    "go1.27-nilmap, NIL_MAP_WRITE, main.(*registry).add, 9",
    "go1.19-conc, CONCURRENT_MAP_WRITES, main.(*cache).put, 11",
    "go1.23-conc, CONCURRENT_MAP_WRITES, main.(*cache).put, 11",
    "go1.27-conc, CONCURRENT_MAP_WRITES, main.(*cache).put, 11",
    "go1.19-iter, CONCURRENT_MAP_ITERATION, main.(*stats).sum, 10",
    "go1.23-iter, CONCURRENT_MAP_ITERATION, main.(*stats).sum, 10",
    "go1.27-iter, CONCURRENT_MAP_ITERATION, main.(*stats).sum, 10",
    "go1.19-httpnil, NIL_MAP_WRITE, main.(*visits).handle, 15",
    "go1.23-httpnil, NIL_MAP_WRITE, main.(*visits).handle, 15",
    "go1.27-httpnil, NIL_MAP_WRITE, main.(*visits).handle, 15",
  })
  void theUsersLineIsFound(String name, CrashKind kind, String function, long line)
      throws IOException {
    Reading reading = EvidenceFiles.file("crash/" + name + ".log");
    assertThat(reading.kind()).isEqualTo("crash");
    Crash crash = crash(reading);
    assertThat(crash.kind()).isEqualTo(kind);
    assertThat(crash.at().orElseThrow().function()).isEqualTo(function);
    assertThat(crash.at().orElseThrow().line()).isEqualTo(line);
    assertThat(crash.recovered()).isEqualTo(name.endsWith("httpnil"));
    assertThat(reading.observations()).hasSize(1);
  }

  @Test
  void otherGoroutinesOfACrashBelongToIt() throws IOException {
    Crash crash = crash(EvidenceFiles.file("crash/go1.19-conc.log"));
    assertThat(crash.others()).extracting(Goroutine::state).contains("semacquire", "runnable");
    assertThat(crash.line()).isEqualTo(1);
  }

  @Test
  void aCrashAmongLinesOfAService() throws IOException {
    String log =
        "{\"msg\":\"listening\"}\n"
            + EvidenceFiles.text("crash/go1.23-nilmap.log")
            + "restarting\n"
            + EvidenceFiles.text("crash/go1.27-conc.log");
    Reading reading = EvidenceFiles.read(log).orElseThrow();
    assertThat(reading.observations())
        .extracting(o -> ((Crash) o).kind())
        .containsExactly(CrashKind.NIL_MAP_WRITE, CrashKind.CONCURRENT_MAP_WRITES);
    assertThat(((Crash) reading.observations().get(0)).line()).isEqualTo(2);
  }

  @Test
  void prefixesOfLogCollectorsAreNoPartOfTheCrash() throws IOException {
    String plain = EvidenceFiles.text("crash/go1.23-nilmap.log");
    for (String prefix :
        List.of(
            "2026-11-21T08:00:00.123456789Z stderr F ",
            "Nov 21 08:00:00 host1 shop[812]: ",
            "shop-1  | ")) {
      String log = prefix + plain.strip().replace("\n", "\n" + prefix) + "\n";
      Crash crash = crash(EvidenceFiles.read(log).orElseThrow());
      assertThat(crash.at()).as(prefix).map(StackFrame::line).contains(9L);
    }
  }

  @Test
  void aPanicWhileAnotherIsHandledIsThatOfTheFirst() throws IOException {
    String log =
        """
        panic: assignment to entry in nil map [recovered]
        \tpanic: wrapped

        goroutine 1 [running]:
        main.guard.func1()
        \t/srv/app/main.go:9 +0x1
        panic({0x45?, 0x46?})
        \t/usr/local/go/src/runtime/panic.go:787 +0x132
        main.put()
        \t/srv/app/main.go:20 +0x1
        """;
    Crash crash = crash(EvidenceFiles.read(log).orElseThrow());
    assertThat(crash.kind()).isEqualTo(CrashKind.NIL_MAP_WRITE);
    assertThat(crash.at().orElseThrow().line()).isEqualTo(20);
  }

  @Test
  void aCrashWithoutAStackIsBelievedByTheRuntimesWordsAlone() throws IOException {
    Crash crash = crash(EvidenceFiles.read("fatal error: concurrent map writes\n").orElseThrow());
    assertThat(crash.goroutine()).isNull();
    assertThat(crash.at()).isEmpty();
    assertThat(EvidenceFiles.read("panic: keep calm\nand carry on\n")).isEmpty();
  }

  @Test
  void kernelAndKubernetesTellOfKills() throws IOException {
    // the words of mm/oom_kill.c, Linux 5 and 6
    String log =
        "[ 812.113] Memory cgroup out of memory: Killed process 4711 (shop) total-vm:2097152kB,"
            + " anon-rss:1048576kB, file-rss:4kB, shmem-rss:0kB, UID:0 pgtables:1kB\n"
            + "Nov 21 08:00:00 host1 kernel: Out of memory: Kill process 12 (java) score 900\n"
            + "      Reason:       OOMKilled\n";
    Reading reading = EvidenceFiles.read(log).orElseThrow();
    assertThat(reading.kind()).isEqualTo("crash");
    assertThat(reading.observations())
        .containsExactly(
            new OomKill("shop", OptionalLong.of(4711), OptionalLong.of(1L << 30), true, 1),
            new OomKill("java", OptionalLong.of(12), OptionalLong.empty(), false, 2),
            new OomKill("", OptionalLong.empty(), OptionalLong.empty(), true, 3));
  }

  @Test
  void aCutCrashKeepsWhatIsThere() throws IOException {
    String whole = EvidenceFiles.text("crash/go1.23-httpnil.log");
    for (int length = whole.indexOf("main.(*visits)") + 30; length < whole.length(); length += 13) {
      Crash crash = crash(EvidenceFiles.read(whole.substring(0, length)).orElseThrow());
      assertThat(Objects.requireNonNull(crash.goroutine()).id()).isEqualTo(goroutine(whole));
    }
  }

  private static long goroutine(String log) {
    String id = log.substring(log.indexOf("goroutine ") + 10, log.indexOf(" [running]"));
    return Long.parseLong(id);
  }
}
