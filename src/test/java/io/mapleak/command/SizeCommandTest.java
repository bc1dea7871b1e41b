package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizeCommandTest extends CommandRun {
  @Test
  void aSmallMapIsToldExactly() {
    assertThat(run("size", "--key", "string", "--elem", "*User", "--entries", "8")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            map[string]*User
              24-byte slots: key 16, elem 8; the collector scans them

            8 entries                                                                 hint 8
            go         map         bytes held          an entry  full  garbage         bytes
            1.19-1.20  classic            256            32.0 B 100 %      0 B           256
            1.21       classic            256            32.0 B 100 %      0 B           256
            1.22-1.23  classic            256            32.0 B 100 %      0 B           256
            1.24-1.27  Swiss              256            32.0 B 100 %      0 B           256
              with the hint: as much held, 0 B less garbage

                         just grown: dearest           about to grow: cheapest
            1.19-1.20    256.0 B at 1                    32.0 B at 8
            1.21         256.0 B at 1                    32.0 B at 8
            1.22-1.23    256.0 B at 1                    32.0 B at 8
            1.24-1.27    256.0 B at 1                    32.0 B at 8

            garbage: allocated while growing, and let go again. Not counted: what pointers
            lead to.
            """);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void linesFitEightyColumns() {
    run(
        "size",
        "--type",
        "map[string]*User",
        "--entries",
        "7,100,50000,900000000",
        "--go",
        "1.21,1.26");
    run(
        "size",
        "--type",
        "map[[16]byte]struct{a int64; b, c, d, e, f, g, h string; i [40]byte}",
        "--entries",
        "1000",
        "--hint",
        "5000",
        "--go",
        "1.23");
    run("size", "--type", "sync.Map", "--entries", "2000");
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString().lines())
        .hasSizeGreaterThan(30)
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
  }

  @Test
  void jsonHasTheFieldsThatScriptsRelyOn() {
    assertThat(
            run(
                "size",
                "--key",
                "int64",
                "--elem",
                "int64",
                "--entries",
                "100,1000",
                "--hint",
                "100",
                "--go",
                "1.23,go1.26",
                "--format",
                "json"))
        .isZero();
    // 48 of header, a directory of 8, a table of 32 and 16 groups: 2176 bytes, charged 2304
    assertThat(compact())
        .startsWith("{\"schema\":\"mapleak.size/1\",\"type\":\"map[int64]int64\",")
        .contains(
            "\"rows\":[{\"go\":\"1.23\"",
            "{\"go\":\"1.26\",\"releases\":\"1.26\",\"implementation\":\"swiss\",\"entries\":100,"
                + "\"hint\":100,\"slot_bytes\":16,\"bytes\":{\"low\":2392,\"best\":2392,\"high\":2392},"
                + "\"bytes_per_entry\":{\"low\":23.92,\"best\":23.92,\"high\":23.92},"
                + "\"blocks\":[{\"bytes\":8,\"count\":1},{\"bytes\":32,\"count\":1},"
                + "{\"bytes\":48,\"count\":1},{\"bytes\":2304,\"count\":1}]",
            "\"other\":{\"hint\":null,",
            "\"go\":\"1.26\",\"releases\":\"1.26\",\"implementation\":\"swiss\",\"entries\":1000,");
  }

  private String compact() {
    return out.toString().replaceAll("\\s", "");
  }

  @Test
  void withoutAHintItIsNull() {
    run("size", "--type", "map[int]int", "--entries", "0", "--go", "1.26", "--format", "json");
    assertThat(compact())
        .contains(
            "\"entries\":0,\"hint\":null,\"slot_bytes\":16,"
                + "\"bytes\":{\"low\":48,\"best\":48,\"high\":48},\"bytes_per_entry\":null,",
            "\"array_life\":null,\"other\":{\"hint\":0,");
  }

  @Test
  void csvQuotesTypes() {
    run(
        "size",
        "--type",
        "map[struct{a, b int}]int",
        "--entries",
        "8",
        "--go",
        "1.26",
        "--format",
        "csv");
    assertThat(out.toString())
        .contains(
            "\r\n1.26,swiss,\"struct{a, b int}\",int,8,,24,256,256,256,32.00,0,256,8,8,256,0\r\n");
  }

  @Test
  void markdownIsATable() {
    run(
        "size",
        "--type",
        "map[string]*T",
        "--entries",
        "8",
        "--go",
        "1.26",
        "--format",
        "markdown");
    assertThat(out.toString())
        .contains("| map\\[string\\]\\*T | 1.26 | 8 | none | 256 | 256 | 32.0 B | 0 B |");
  }

  @Test
  void namedStructsHaveTheSizeThatIsTold() {
    assertThat(
            run(
                "size",
                "--key",
                "ID",
                "--elem",
                "User",
                "--struct",
                "ID=[16]byte",
                "--struct",
                "User=40:pointers",
                "--entries",
                "8",
                "--go",
                "1.23",
                "--format",
                "csv"))
        .isZero();
    assertThat(out.toString()).contains("1.23,classic,ID,User,8,,56,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--key string --elem User --entries 5 | --struct User=SIZE[:ALIGN][:pointers], or store a *User",
        "--key []byte --elem int --entries 5 | can't be a map's key",
        "--type map[func()]int --entries 5 | (column 5)",
        "--type map[string --entries 5 | ']'",
        "--type []int --entries 5 | map[K]V",
        "--key int --entries 5 | --key TYPE --elem TYPE",
        "--type map[int]int --key int --entries 5 | leave --key and --elem out",
        "--type map[int]int | --entries",
        "--type map[int]int --entries -5 | 0 to",
        "--type map[int]int --entries 5 --hint -1 | 0 to",
        "--type map[int]int --entries 99999999999999999999 | 99999999999999999999",
        "--type map[int]int --entries 9999999999999 | 0 to 1000000000000",
        "--type map[int]int --entries five | five",
        "--type map[int]int --entries 5 --go 1.18 | 1.18",
        "--type map[int]T --entries 5 --struct T | NAME=SIZE",
        "--type map[int]T --entries 5 --struct T=12:8 | alignment",
        "--type sync.Map --entries 5 --hint 5 | no hint",
        "--type map[int][1099511627776]byte --entries 1000 | 2^47",
        "--type map[int8]int --entries 257 | a key of 1 bytes has fewer values",
        "--type map[struct{}]int --entries 2 | a key of 0 bytes has fewer values",
        "--type map[int]int --entries 5 --format xml | markdown",
      })
  void wrongUsageIsToldWithItsCure(String line, String message) {
    String[] words = ("size " + line).split(" ", -1);
    assertThat(run(words)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(message);
    assertThat(out.toString()).isEmpty();
  }
}
