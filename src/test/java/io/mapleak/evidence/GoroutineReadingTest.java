package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapleak.evidence.GoroutineSnapshot.Form;
import io.mapleak.pprof.FormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goroutines in all forms, as three releases of Go wrote them (programs/shop.go). */
class GoroutineReadingTest {
  private static final String WATCH = "main.(*session).watch";

  private static GoroutineSnapshot snapshot(String name) throws IOException {
    return EvidenceFiles.only(EvidenceFiles.file(name), GoroutineSnapshot.class);
  }

  private static GoroutineGroup group(GoroutineSnapshot snapshot, String function) {
    return snapshot.groups().stream()
        .filter(g -> Objects.requireNonNull(g.at()).function().equals(function))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"go1.19", "go1.23", "go1.27"})
  void profilesCountByStackAndTellTheTime(String release) throws IOException {
    // 300 sessions a step; after the second, fourth and sixth
    for (int step : List.of(1, 3, 5)) {
      GoroutineSnapshot snapshot = snapshot("goroutine/" + release + "-" + step + ".pb.gz");
      assertThat(snapshot.form()).isEqualTo(Form.PROFILE);
      assertThat(snapshot.timeNanos()).isPositive();
      GoroutineGroup group = group(snapshot, WATCH);
      assertThat(group.count()).isEqualTo(300L * (step + 1));
      assertThat(Objects.requireNonNull(group.at()).line()).isEqualTo(32);
      assertThat(group.createdBy()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"go1.19", "go1.23", "go1.27"})
  void countsInTextAreTheSame(String release) throws IOException {
    GoroutineSnapshot snapshot = snapshot("goroutine/" + release + "-debug1.txt");
    assertThat(snapshot.form()).isEqualTo(Form.COUNTS);
    assertThat(snapshot.total()).isEqualTo(1801);
    assertThat(group(snapshot, WATCH).count()).isEqualTo(1800);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go1.19", "go1.23", "go1.27"})
  void stacksTellStateAndCreator(String release) throws IOException {
    GoroutineSnapshot snapshot = snapshot("goroutine/" + release + "-debug2.txt");
    assertThat(snapshot.form()).isEqualTo(Form.STACKS);
    GoroutineGroup group = group(snapshot, WATCH);
    assertThat(group.count()).isEqualTo(5);
    assertThat(group.state()).isEqualTo("chan receive");
    assertThat(group.leaked()).isFalse();
    assertThat(group.createdBy())
        .isEqualTo(new StackFrame("main.(*store).open", "example.com/shop/shop/main.go", 28));
  }

  @Test
  void aLeakedGoroutineIsProvedInEachForm() throws IOException {
    for (String name : List.of("goroutineleak.pb.gz", "goroutineleak-debug1.txt")) {
      GoroutineSnapshot snapshot = snapshot("goroutine/go1.27-" + name);
      assertThat(snapshot.form()).isEqualTo(Form.LEAKED);
      assertThat(snapshot.total()).isEqualTo(1);
      assertThat(group(snapshot, "main.main.func1").leaked()).isTrue();
    }
    GoroutineSnapshot dump = snapshot("goroutine/go1.27-debug2.txt");
    assertThat(group(dump, "main.main.func1").leaked()).isTrue();
    assertThat(group(dump, "main.main.func1").state()).isEqualTo("chan receive");
  }

  @Test
  void headersOfCrashDumpsWithWaitsLabelsAndAncestors() throws IOException {
    String dump =
        """
        goroutine 18 gp=0xc000007c00 m=nil [select, 17 minutes, locked to thread] {tenant: "a b"}:
        runtime.gopark(0x0?, 0x0?, 0x0?, 0x0?, 0x0?)
        \t/usr/local/go/src/runtime/proc.go:402 +0xce
        shop.(*Queue[...]).next(0xc000012345, {0x1?, 0x2?})
        \t/srv/app/queue.go:41 +0x1d
        ...additional frames elided...
        created by shop.Start.func1 in goroutine 1
        \t/srv/app/start.go:12 +0x55
        [originating from goroutine 1]:
        main.main()
        \t/srv/app/main.go:3 +0x1
        """;
    GoroutineSnapshot snapshot =
        EvidenceFiles.only(EvidenceFiles.read(dump).orElseThrow(), GoroutineSnapshot.class);
    assertThat(snapshot.groups()).hasSize(1);
    GoroutineGroup group = snapshot.groups().get(0);
    assertThat(group.state()).isEqualTo("select");
    assertThat(group.longestWaitMinutes()).isEqualTo(17);
    assertThat(group.at())
        .isEqualTo(new StackFrame("shop.(*Queue[...]).next", "/srv/app/queue.go", 41));
    assertThat(group.frames()).hasSize(2);
    assertThat(Objects.requireNonNull(group.createdBy()).function()).isEqualTo("shop.Start.func1");
  }

  @Test
  void anEndThatIsMissingIsNoted() throws IOException {
    String whole = EvidenceFiles.text("goroutine/go1.27-debug1.txt");
    Reading cut = EvidenceFiles.read(whole.replace("total 1801", "total 1900")).orElseThrow();
    assertThat(cut.notes()).singleElement().asString().contains("1900", "1801", "too low");
    assertThat(EvidenceFiles.read(whole).orElseThrow().notes()).isEmpty();
  }

  @Test
  void foreignLinesAreFaultsWithTheirPlace() {
    String foreign = "goroutine profile: total 2\n1 @ 0x1\n<html>\n";
    assertThatThrownBy(() -> EvidenceFiles.read(foreign))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("at byte 35")
        .hasMessageContaining("capture it again");
    assertThatThrownBy(() -> EvidenceFiles.read("goroutine profile: total many\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void aDumpCutAnywhereIsReadUntilThere() throws IOException {
    String whole = EvidenceFiles.text("goroutine/go1.23-debug2.txt");
    List<Long> totals = new ArrayList<>();
    for (int length = 40; length <= whole.length(); length += 97) {
      totals.add(
          EvidenceFiles.only(
                  EvidenceFiles.read(whole.substring(0, length)).orElseThrow(),
                  GoroutineSnapshot.class)
              .total());
    }
    assertThat(totals).isSorted().startsWith(1L).contains(6L);
  }
}
