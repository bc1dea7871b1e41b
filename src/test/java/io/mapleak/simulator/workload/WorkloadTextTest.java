package io.mapleak.simulator.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapVariant;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTextTest {
  private static final long MINUTE = 60_000_000_000L;

  private static final String ALL =
      """
      name        sessions # of a shop
      type        User=64:pointers
      key         string
      key-object  24
      elem        [2]User
      elem-object mean 4_80
      hint        1000
      maps        12
      go          1.26
      start       2026-11-21T02:26:01Z
      every       20m rebuild
      at          80m delete 10%

      phase day for 1h30m
        insert   50/s
        insert   7250 zipf 1.1 of 100000
        update   200/min hot 10% 90.5%
        delete   3.5/h sequential
        lookup   500/d uniform of 10 miss 5%
        lifetime 30m to 40m
        at 0 insert 1000
        every 10m range
        at 20m delete 90% sequential
        at 30m delete 5
        at 90m rebuild
      phase night for 500ms
        lifetime mean 1s
        at 100ms clear
        every 100ms make
      """;

  private static Workload parse(String text) throws WorkloadException {
    return WorkloadParser.parse("shop.workload", text);
  }

  @Test
  void everyWordIsRead() throws WorkloadException {
    Workload workload = parse(ALL);

    assertThat(workload.name()).isEqualTo("sessions");
    assertThat(workload.type().key().size()).isEqualTo(16);
    assertThat(workload.type().elem().size()).isEqualTo(2 * 64);
    assertThat(workload.type().variant()).isEqualTo(MapVariant.FASTSTR);
    assertThat(workload.keyObject()).isEqualTo(ObjectSize.of(24));
    assertThat(workload.elemObject()).isEqualTo(ObjectSize.mean(480));
    assertThat(workload.hint()).isEqualTo(1000);
    assertThat(workload.maps()).isEqualTo(12);
    assertThat(workload.go()).isEqualTo(GoVersion.of(26));
    assertThat(workload.start()).isEqualTo("2026-11-21T02:26:01Z");
    assertThat(workload.nanos()).isEqualTo(90 * MINUTE + 500_000_000);

    assertThat(workload.events())
        .containsExactly(
            Event.every(20 * MINUTE, Event.Action.REBUILD), Event.delete(80 * MINUTE, 0.1));

    Phase day = workload.phases().get(0);
    assertThat(day.streams())
        .containsExactly(
            Stream.of(Stream.Kind.INSERT, Rate.perSecond(50)),
            new Stream(Stream.Kind.INSERT, Rate.inPhase(7250), KeyChoice.zipf(1.1).of(100_000), 0),
            new Stream(
                Stream.Kind.UPDATE, new Rate(200, Rate.Per.MINUTE), KeyChoice.hot(0.1, 0.905), 0),
            new Stream(Stream.Kind.DELETE, new Rate(3.5, Rate.Per.HOUR), KeyChoice.SEQUENTIAL, 0),
            new Stream(
                Stream.Kind.LOOKUP, new Rate(500, Rate.Per.DAY), KeyChoice.UNIFORM.of(10), 0.05));
    assertThat(day.lifetime())
        .isEqualTo(new Lifetime(Lifetime.Kind.UNIFORM, 30 * MINUTE, 40 * MINUTE));
    assertThat(day.events())
        .containsExactly(
            Event.insert(0, 1000),
            Event.every(10 * MINUTE, Event.Action.RANGE),
            new Event(20 * MINUTE, false, Event.Action.DELETE, 0.9, true, KeyChoice.SEQUENTIAL),
            new Event(30 * MINUTE, false, Event.Action.DELETE, 5, false, KeyChoice.UNIFORM),
            Event.at(90 * MINUTE, Event.Action.REBUILD));
    assertThat(workload.phases().get(1).lifetime().kind()).isEqualTo(Lifetime.Kind.EXPONENTIAL);
  }

  @Test
  void whatIsWrittenIsReadBack() throws WorkloadException {
    Workload workload = parse(ALL);
    String text = WorkloadWriter.write(workload);

    assertThat(parse(text)).isEqualTo(workload);
    assertThat(WorkloadWriter.write(parse(text))).isEqualTo(text);
  }

  @Test
  void aNameOfAProfileStaysOneLine() throws WorkloadException {
    Workload workload = parse("key int\nelem int\nphase p for 1s\n");
    Workload named =
        new Workload(
            "a\n# b \u001b[31m",
            workload.types(),
            workload.type(),
            workload.hint(),
            1,
            ObjectSize.NONE,
            ObjectSize.NONE,
            null,
            null,
            List.of(),
            workload.phases());

    Workload read = parse(WorkloadWriter.write(named));
    assertThat(read.name()).isEqualTo("a no. b [31m");
    assertThat(read.phases()).isEqualTo(workload.phases());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sessions", "never-deleted", "mass-delete", "request-maps"})
  void examplesAreReadAndWritten(String name) throws IOException, WorkloadException {
    Path file = TestData.file("workloads/" + name + ".workload");
    Workload workload = WorkloadParser.parse(file.toString(), Files.readString(file));

    assertThat(parse(WorkloadWriter.write(workload))).isEqualTo(workload);
  }

  /** Each a line of a right workload with one mistake, its column, and a part of the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  insert   50/sec      | 14 | there is no unit '/sec'",
        "  insert   fast        | 12 | 'fast' is not understood",
        "  insert               | 9  | a rate is missing",
        "  insert   50/s zipf   | 21 | a number is missing",
        "  insert   50/s zipf 1 | 22 | inserts make new keys",
        "  insert   50/s zipf 0 of 10   | 22 | no such exponent",
        "  update   5/s random  | 16 | there are no 'random' keys",
        "  update   5/s hot 10%  | 23 | a share is missing",
        "  update   5/s hot 100% 5% | 20 | some keys are hot, not none or all",
        "  lookup   5/s miss 120% | 21 | there is no more than 100%",
        "  lookup   5/s of 0 | 19 | a key space of 0 keys",
        "  delete   5/s miss 10% | 16 | 'miss' is one word too many",
        "  lifetime 30          | 12 | '30' is not understood",
        "  lifetime 1h30x       | 14 | '1h30x' is not understood",
        "  lifetime 40m to 30m  | 19 | a range of lifetimes goes up",
        "  lifetime 0           | 12 | a lifetime of 0",
        "  lifetime             | 11 | the lifetime is missing",
        "  at 2h clear          | 6  | after the end",
        "  at 5m explode        | 9  | there is no event 'explode'",
        "  at 5m                | 8  | what happens is missing",
        "  every 0 range        | 9  | there is no end of events",
        "  at 5m clear now      | 15 | 'now' is one word too many",
        "  at 5m delete         | 15 | a number is missing",
        "  upsert 5/s           | 3  | 'upsert' is not understood here",
        "  hint 5               | 3  | 'hint' is not understood here",
        "  insert 50/s of 99999999999 | 18 | can't be run",
        "  insert 9999999999/s | 10  | operations in all",
        "  every 1ns range      | 9  | events in all",
      })
  void aMistakeIsToldByLineColumnAndForm(String line, int column, String problem) {
    // JUnit trims the columns of a table: the two blanks of a phase's line are put back
    String text = "key int\nelem int\n\nphase p for 1h\n  " + line + "\n";

    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            WorkloadException.class,
            e -> {
              assertThat(e.problem()).contains(problem);
              assertThat(e.line()).isEqualTo(5);
              assertThat(e.column()).isEqualTo(column);
              assertThat(e.expected()).hasSizeGreaterThan(10);
              assertThat(e.getMessage())
                  .startsWith("shop.workload:5:" + e.column() + ": " + e.problem() + ": ");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour red    | 1 | 'colour' is not understood here",
        "hint many     | 6 | 'many' is not understood",
        "hint          | 5 | a number is missing",
        "maps 0        | 6 | it is 1 to 1000000",
        "go 1.18       | 4 | '1.18' is not known",
        "start today   | 7 | 'today' is no moment",
        "at 2h clear   | 4 | this is after the end",
        "every 1h grow | 10 | there is no event 'grow'",
        "key []byte    | 5 | can't be a map's key",
        "key int int   | 9 | there should be the end",
        "elem User     | 6 | the size of User is not known",
        "elem [4       | 8 | there should be ']'",
        "type User 64  | 6 | is not NAME=SIZE",
        "elem          | 5 | the type is missing",
        "phase         | 6 | the name of the phase is missing",
        "phase p 5m    | 9 | the word 'for' is missing",
        "phase p for   | 12 | a length of time is missing",
        "phase p for 0 | 13 | a phase takes time",
        "phase p for 999999d | 13 | longer than 100 years",
      })
  void aMistakeOfTheHeaderToo(String line, int column, String problem) {
    String key = line.startsWith("key") ? line : "key int";
    String elem = line.startsWith("elem") ? line : "elem int";
    boolean other = !line.startsWith("key") && !line.startsWith("elem");
    String text = key + "\n" + elem + "\n" + (other ? line + "\n" : "") + "phase p for 1h\n";
    int number = line.startsWith("key") ? 1 : line.startsWith("elem") ? 2 : 3;

    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            WorkloadException.class,
            e -> {
              assertThat(e.problem()).contains(problem);
              assertThat(e.line()).isEqualTo(number);
              assertThat(e.column()).isEqualTo(column);
            });
  }

  /** Lifetimes count: keys that are deleted make room for others. */
  @ParameterizedTest
  @CsvSource({
    "bool, 3, bool has 2 values but a map holds up to 3 keys",
    "uint8, 257, uint8 has 256 values but a map holds up to 257 keys",
    "struct{}, 2, struct{} has 1 value but a map holds up to 2 keys",
    "[2]byte, 65537, [2]byte has 65536 values but a map holds up to 65537 keys"
  })
  void aKeyTypeHasOnlySoManyValues(String key, long entries, String problem)
      throws WorkloadException {
    String text = "maps 2\nkey   " + key + "\nelem int\nphase p for 1h\n  insert ";
    assertThat(parse(text + 2 * (entries - 1)).maps()).isEqualTo(2);
    assertThat(parse(text + "1/s\n  lifetime 9ms\n").maps()).isEqualTo(2);
    assertThatThrownBy(() -> parse(text + 2 * entries))
        .isInstanceOfSatisfying(
            WorkloadException.class,
            e -> {
              assertThat(e.problem().replace(",", "")).isEqualTo(problem);
              assertThat(e.line()).isEqualTo(2);
              assertThat(e.column()).isEqualTo(7);
            });
  }

  @Test
  void phasesTogetherAreNoLongerThanACentury() {
    String phase = "phase p for 36500d\n";
    assertThatThrownBy(() -> parse("key int\nelem int\n" + phase.repeat(3)))
        .isInstanceOf(WorkloadException.class)
        .hasMessageContaining("shop.workload:4:13: all phases together are longer than 100 years");
  }

  @Test
  void whatIsMissingIsMissedAtTheEnd() {
    for (List<String> text :
        List.of(
            List.of("", "the line 'key' is missing"),
            List.of("key int\n", "the line 'elem' is missing"),
            List.of("key int\nelem int\n", "there is no phase"))) {
      assertThatThrownBy(() -> parse(text.get(0)))
          .isInstanceOf(WorkloadException.class)
          .hasMessageContaining(text.get(1));
    }
  }

  @Test
  void aSecondLineOfOneKindIsNoticed() {
    assertThatThrownBy(() -> parse("key int\nelem int\nkey string\nphase p for 1s\n"))
        .hasMessage("shop.workload:3:1: there is a second 'key': one line of it; the first is 1");
  }

  @Test
  void anEventAfterTheEndIsLeftOut() throws WorkloadException {
    Workload workload = parse("key int\nelem int\nphase day for 1h\n");
    Workload late = workload.withEvent(Event.every(61 * MINUTE, Event.Action.CLEAR));
    assertThat(parse(WorkloadWriter.write(late))).isEqualTo(workload);
    assertThatThrownBy(
            () ->
                new Workload(
                    "",
                    List.of(),
                    workload.type(),
                    0,
                    1,
                    ObjectSize.NONE,
                    ObjectSize.NONE,
                    null,
                    null,
                    List.of(Event.at(61 * MINUTE, Event.Action.CLEAR)),
                    workload.phases()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
