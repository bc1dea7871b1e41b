package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateWorkloadTest {
  private static final String INTS = "key int64\nelem int64\n";

  /** All operations at times that no seed changes, so that even this text is exact. */
  private static final String FILL = INTS + "phase fill for 10s\n  insert 80\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String standardInput, String... args) {
    InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
    Surroundings surroundings =
        new Surroundings(in, false, false, StandardCharsets.UTF_8, Map.of());
    return Mapleak.run(
        surroundings, "test", new PrintWriter(out), new PrintWriter(err), List.of(args));
  }

  @Test
  void aRunIsATableAndACurve() {
    int exit = run(FILL, "simulate", "-", "--go", "1.26", "--samples", "10");

    assertThat(err.toString()).isEmpty();
    assertThat(exit).isZero();
    // 8 entries a step: 8 of 8 slots, then tables of 32 (up to 28 entries), 64 (56) and 128 slots;
    // 48 + 8 + 32 + 2304 bytes at the end, as measured for 80 to 112 entries on Go 1.24 and later
    assertThat(out.toString())
        .isEqualTo(
            """
            -
              map[int64]int64, 10 s, seed 1
              80 inserts, 0 updates, 0 deletes, 0 lookups; at most 80 entries

                                      entries   full      live     waste      peak   garbage
            1.26 map                       80   63 %    2.3 KB    1.1 KB    3.5 KB    2.2 KB

            entries                                                                     most
                            ▂▄▅▇█
              1.26 map ▂▄▅▇██████                                                         80
            load: entries per slot                                                      most
                       █ ▄ ▂▄▆ ▁▂
              1.26 map ██████████                                                      100 %
            live bytes                                                                  most
                          ▁▁▁▁███
              1.26 map ▂▅▅███████                                                     2.3 KB
            waste: live bytes that hold no entry                                        most
                          ▁   █▇▆
              1.26 map ▁▅▄██▆▅███                                                     1.3 KB
            growth spikes: needed for a while                                           most
                          ▁   █
              1.26 map  ▅ █   █                                                       1.2 KB
                       0     10 s

            live, waste, full: at the end. waste: live bytes that hold no entry. peak: most
            at once. garbage: allocated and let go again.
            """);
  }

  @Test
  void textFitsEightyColumns() {
    String[] args = {
      "simulate",
      "-",
      "--go",
      "1.19,1.23,1.26",
      "--with",
      "presized,rebuild=1000,sharded=4,sync.Map,slice,cuckoo,lru=1000"
    };
    String text =
        INTS + "maps 2\nphase fill for 1h\n insert 13600\nphase use for 1h\n at 0 range\n";
    assertThat(run(text, args)).isZero();
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(out.toString()).contains("1.19 sync.Map", "1.26 lru=1000", "evacuation backlog");
  }

  /** 80 objects of 4096 and of 1024 bytes, which only what holds keys and elems keeps alive. */
  @Test
  void aFilterOfFingerprintsKeepsNoObjectsAlive() {
    String text =
        "key *K\nkey-object 4096\nelem *E\nelem-object 1024\nphase p for 10s\n insert 80\n";
    assertThat(run(text, "simulate", "-", "--with", "cuckoo", "--samples", "1", "--format", "csv"))
        .isZero();
    List<String[]> rows = out.toString().lines().map(line -> line.split(",", -1)).toList();
    assertThat(Long.parseLong(rows.get(1)[7])).isGreaterThan(80 * 5120);
    assertThat(rows.get(2)[2]).isEqualTo("cuckoo");
    assertThat(Long.parseLong(rows.get(2)[7])).isLessThan(1000);
  }

  @Test
  void oneLineForEachSampleInCsv() {
    assertThat(run(FILL, "simulate", "-", "--go", "1.23,1.26", "--samples", "4", "--format", "csv"))
        .isZero();
    List<String> lines = out.toString().lines().toList();

    assertThat(lines).hasSize(1 + 2 * 4);
    assertThat(lines.get(0)).startsWith("workload,go,model,seconds,entries,slots,fill,live_bytes");
    assertThat(lines.get(8)).startsWith("-,1.26,map,10.000,80,128,0.6250,2392,1112,");
  }

  @Test
  void jsonHoldsTheTextThatRepeatsTheRun() {
    assertThat(run(FILL, "simulate", "-", "--samples", "2", "--format", "json")).isZero();
    assertThat(out.toString())
        .contains("\"schema\": \"mapleak.simulate/1\"")
        .contains("\"workload\": \"key         int64\\nelem        int64\\n\\nphase fill for 10s")
        .contains("\"operations\": {")
        .contains("\"inserts\": 80")
        .contains("\"end_bytes\": 2392")
        .contains("\"evacuation_backlog\": 0");
  }

  @Test
  void markdownIsATable() {
    assertThat(run(FILL, "simulate", "-", "--with", "slice", "--format", "markdown")).isZero();
    assertThat(out.toString().lines()).hasSize(4).allMatch(line -> line.startsWith("|"));
  }

  @Test
  void optionsTellAWorkloadAndPrintIt(@TempDir Path folder) throws IOException {
    String[] args = {
      "simulate",
      "--struct=User=64:pointers",
      "--key=string",
      "--elem=User",
      "--key-object=24",
      "--hint=100",
      "--for=1h",
      "--insert=50/s zipf 1.1 of 1000",
      "--lookup=5/s miss 5%",
      "--lifetime=30m",
      "--at=30m delete 90%",
      "--every=10m range",
      "--print-workload"
    };
    assertThat(run("", args)).isZero();
    String text = out.toString();
    assertThat(text)
        .isEqualTo(
            """
            type        User=64:pointers
            key         string
            key-object  24
            elem        User
            hint        100

            phase load for 1h
              insert   50/s zipf 1.1 of 1000
              lookup   5/s miss 5%
              lifetime 30m
              at       30m delete 90%
              every    10m range
            """);

    Path file = folder.resolve("load.workload");
    Files.writeString(file, text);
    out.getBuffer().setLength(0);
    run("", "simulate", file.toString(), "--format=csv");
    String fromFile = out.toString().replace(file.toString(), "workload");
    out.getBuffer().setLength(0);
    String[] again =
        Stream.of(args)
            .map(a -> a.replace("--print-workload", "--format=csv"))
            .toArray(String[]::new);
    run("", again);
    assertThat(out.toString()).isEqualTo(fromFile);
  }

  @Test
  void aSeedIsRepeatableAndAnotherOneIsAnotherRun() {
    String text = INTS + "phase p for 10s\n insert 100/s uniform of 500\n delete 20/s\n";
    run(text, "simulate", "-", "--format=csv");
    String first = out.toString();
    out.getBuffer().setLength(0);
    run(text, "simulate", "-", "--format=csv");
    assertThat(out.toString()).isEqualTo(first);
    out.getBuffer().setLength(0);
    run(text, "simulate", "-", "--format=csv", "--seed=2");
    assertThat(out.toString()).isNotEqualTo(first);
  }

  @Test
  void aMistakeInAFileIsUsageAndTheOthersAreRun(@TempDir Path folder) throws IOException {
    Path good = folder.resolve("good.workload");
    Path bad = folder.resolve("bad.workload");
    Files.writeString(good, FILL);
    Files.writeString(bad, FILL + "  delete 5/sec\n");

    int exit = run("", "simulate", bad.toString(), good.toString(), "--format=csv");
    assertThat(exit).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualTo(
            "mapleak: "
                + bad
                + ":5:11: there is no unit '/sec': delete is followed by COUNT/s, COUNT/min,"
                + " COUNT/h, COUNT/d or COUNT in the phase, e.g. delete 50/s\n");
    assertThat(out.toString()).contains(good.toString());
  }

  @Test
  void aFileThatCantBeReadIsNamed(@TempDir Path folder) throws IOException {
    Path binary = folder.resolve("heap.pb.gz");
    Files.write(binary, new byte[] {31, (byte) 139, 8, 0, (byte) 255});

    assertThat(run("", "simulate", folder.resolve("no.workload").toString()))
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("no.workload: is not there: check the path");
    assertThat(run("", "simulate", folder.toString())).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("is a directory: name the files in it");
    assertThat(run("", "simulate", binary.toString())).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("heap.pb.gz: is no UTF-8 text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--insert=5/s | name the types of the map: --key TYPE --elem TYPE",
        "--key=int --elem=int | say how long the workload is: --for TIME",
        "--key=int --elem=int --for=1h --insert=5/x | --insert, column 2: there is no unit '/x'",
        "--key=int --elem=int --for=x | --for, column 1: 'x' is not understood",
        "--key=int --elem=User --for=1h | --elem, column 1: the size of User is not known",
        "--key=int --elem=User --for=1h | e.g. --struct User=64:pointers",
        "--key=[]int --elem=int --for=1h | --key, column 1: []int can't be a map's key",
        "--key=int --elem=int --for=1h --at=2h_clear | --at, column 1: this is after the end",
        "testdata/workloads/sessions.workload --hint=5 | by a file or by options, not by both",
        "testdata/workloads/sessions.workload --with=btree | but not 'btree'",
        "testdata/workloads/sessions.workload --samples=0 | --samples is 1 to",
        "testdata/workloads/sessions.workload --go=1.5 | Go 1.5 is not known",
        "testdata/workloads/sessions.workload --verify | name a workload",
        "--format=csv | name a workload",
      })
  void aWrongOptionIsNamed(String args, String message) {
    String[] words =
        Stream.concat(
                Stream.of("simulate"),
                Stream.of(args.split(" ", -1)).map(word -> word.replace('_', ' ')))
            .toArray(String[]::new);
    assertThat(run("", words)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(message);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"never-deleted", "mass-delete", "request-maps"})
  void examplesRun(String name) {
    assertThat(run("", "simulate", "testdata/workloads/" + name + ".workload", "--format=csv"))
        .isZero();
    assertThat(out.toString().lines()).hasSize(51);
  }
}
