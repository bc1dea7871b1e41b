package io.mapleak.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedTraceTest {
  private static final String HEADER =
      """
      {"format":"gomap-trace","version":1,"go":"1.23.5","goMinor":23,"impl":"classic",\
      "key":{"type":"string","size":16,"align":8,"pointers":true},\
      "elem":{"type":"*T","size":8,"align":8,"pointers":true},\
      "variant":"faststr","hint":0,"hintIsConstantSmall":true,"keys":14,\
      "bucketSize":208,"bucketPointers":true,"loadFactorNumerator":13}
      """;

  /** An empty map: nothing but its header of 48 bytes. */
  private static final String MADE =
      """
      m -1 0 0 0 0 0 -1 0 0 0
      # 1 cbf29ce484222325 cbf29ce484222325 48 1 48 1 0 -1 -1 -1 -1 -1 0 0
      """;

  /** One entry: count 1, and all else as before. */
  private static final String ONE = "i 0 639a2acea2a2f122 1 0 0 0 -1 0 0 0\n";

  private static TraceResult verify(String text) throws IOException {
    return TraceVerifier.verify(
        "a.trace", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aWholeTraceAgrees() throws IOException {
    TraceResult result = verify(HEADER + MADE + "E 1 1 48\n");
    assertThat(result).isEqualTo(new TraceResult(1, 1, 0, null));
  }

  @Test
  void aDifferenceIsToldInFull() throws IOException {
    TraceResult result =
        verify(HEADER + MADE + ONE.replace(" 1 0 0 0 -1", " 2 0 0 1 -1") + "E 2 1 256\n");
    assertThat(result.mismatches()).isEqualTo(1);
    assertThat(result.first())
        .isEqualTo(
            new Mismatch(
                "a.trace",
                4,
                2,
                "i 0",
                List.of(
                    new Mismatch.Field("count", "2", "1"),
                    new Mismatch.Field("growing", "1", "0"))));
  }

  @Test
  void aLayoutThatDiffersIsAMismatch() throws IOException {
    TraceResult result = verify(HEADER.replace("208", "216") + MADE + "E 1 1 48\n");
    assertThat(result.first())
        .isEqualTo(
            new Mismatch(
                "a.trace",
                1,
                0,
                "header",
                List.of(new Mismatch.Field("bucketSize", "216", "208"))));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "E 1 1 48           |               | line 4: the end line is missing",
        "E 1 1 48           | E 2 1 48      | line 4: the end line says 2 operations",
        "E 1 1 48           | E 1 1         | line 4: the end line has 2 fields, not 3",
        "E 1 1 48           | E 1 1 4x      | line 4: a field is not a number",
        "E 1 1 48           | E 1 1 48\\nE 1 1 48 | line 5: something follows the end line",
        "# 1 cbf29ce4       | # 2 cbf29ce4  | line 3: the checkpoint says 2 operations, there were 1",
        "# 1 cbf29ce484222325 | # 1 cbf29ce | line 3: a hash or digest has 7 hexadecimal digits",
        "m -1 0 0           | i 0 0 0       | line 2: m has to be the first operation",
        "m -1 0 0           | m -1 0 0 7    | line 2: an operation has 11 fields, not 10",
        "m -1 0 0           | m 3 0 0       | line 2: operation 'm' has no key, only -1, not 3",
        "m -1 0 0           | m -1 0 9223372036854775808 | line 2: a number is too long",
        "m -1 0 0           | \\nm -1 0 0  | line 2: the line is empty",
        "m -1 0 0           | Z 3 0 0       | line 2: there is no operation 'Z'",
        "E 1 1 48           | E 1 1 48\\r    | line 4: lines end with \\n alone",
        "m -1 0 0           | m -1 0 123456789012345678901 | line 2: a number is too long",
        "\"version\":1      | \"version\":9 | line 1: version 9 of the format is not known",
        "gomap-trace        | gopher        | line 1: the format is 'gopher'",
        "\"goMinor\":23     | \"goMinor\":18 | line 1: Go 1.18 has no model",
        "\"goMinor\":23     | \"goMinor\":24 | line 1: a classic map of Go 1.24 has no model",
        "faststr            | quickstr      | line 1: variant 'quickstr' is none of fast32",
        "\"keys\":14        | \"keys\":-1   | line 1: -1 keys",
        "\"keys\":14        | \"keys\":\"x\" | line 1: \"keys\" should be a whole number",
        "{\"format\"        | {format       | line 1: broken JSON",
      })
  void damageIsNamedWithItsLine(String whole, String broken, String message) {
    String text = HEADER + MADE + "E 1 1 48\n";
    String damaged = text.replace(whole.strip(), broken == null ? "" : unescape(broken.strip()));
    if (broken == null) {
      damaged = damaged.stripTrailing() + "\n";
    }
    assertThat(damaged).isNotEqualTo(text);
    String bad = damaged;
    assertThatThrownBy(() -> verify(bad))
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith("a.trace: " + message.strip());
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }

  @ParameterizedTest
  @CsvSource({"i 14 639a2acea2a2f122", "i -1 0", "d 99 0", "z -1 0", "g -1 0"})
  void operationsOutOfRange(String operation) {
    assertThatThrownBy(() -> verify(HEADER + MADE + operation + " 1 0 0 0 -1 0 0 0\nE 2 1 48\n"))
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith("a.trace: line 4: ");
  }

  /** Bytes of no text: 0xff is not the end of the file. */
  @Test
  void garbageIsNoEnd() {
    byte[] bytes = (HEADER + MADE + "# \u00ff\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> TraceVerifier.verify("a.trace", new ByteArrayInputStream(bytes)))
        .hasMessageStartingWith("a.trace: line 4: a field is not a number");
  }

  @Test
  void numbersMayHave63Bits() throws IOException {
    String huge = ONE.replace(" 1 0 0 0 -1", " 9223372036854775807 0 0 0 -1");
    TraceResult result = verify(HEADER + MADE + huge + "E 2 1 256\n");
    assertThat(result.first())
        .isNotNull()
        .extracting(Mismatch::fields)
        .isEqualTo(List.of(new Mismatch.Field("count", "9223372036854775807", "1")));
  }

  @Test
  void aHeaderOfManyKeysTakesNoMemory() throws IOException {
    String many = HEADER.replace("\"keys\":14", "\"keys\":268435456");
    String last = ONE.replace("i 0", "i 2000");
    assertThat(verify(many + MADE + last + "E 2 1 256\n"))
        .isEqualTo(new TraceResult(2, 1, 0, null));
  }

  /** makemap takes 0 for a hint whose product with a bucket's bytes is beyond 2^48. */
  @ParameterizedTest
  @ValueSource(
      strings = {"-9223372036854775808", "-1", "0", "8", "1353245080340", "9223372036854775807"})
  void hintsThatCountAsNone(String hint) throws IOException {
    String hinted =
        HEADER.replace(
            "\"hint\":0,\"hintIsConstantSmall\":true",
            "\"hint\":" + hint + ",\"hintIsConstantSmall\":false");
    assertThat(hinted).isNotEqualTo(HEADER);
    assertThat(verify(hinted + MADE + "E 1 1 48\n")).isEqualTo(new TraceResult(1, 1, 0, null));
  }

  @Test
  void aMapTooLargeForAModelIsTold() {
    String hinted =
        HEADER.replace(
            "\"hint\":0,\"hintIsConstantSmall\":true",
            "\"hint\":1353245080339,\"hintIsConstantSmall\":false");
    assertThatThrownBy(() -> verify(hinted + MADE + "E 1 1 48\n"))
        .hasMessageStartingWith("a.trace: line 1: a map of 2^38 buckets is too large a model: ");
  }

  @Test
  void gzipCutShort(@TempDir Path dir) throws IOException {
    Path trace = TraceFiles.under(Path.of("testdata/traces")).get(0);
    byte[] bytes = Files.readAllBytes(trace);
    Path cut = dir.resolve("cut.trace.gz");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> TraceFiles.verify(cut))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("cut.trace.gz: line ")
        .hasMessageContaining("copy the trace again");
  }

  @Test
  void nothingThere(@TempDir Path dir) {
    assertThatThrownBy(() -> TraceFiles.under(dir)).hasMessageContaining("no *.trace");
    assertThatThrownBy(() -> TraceFiles.under(dir.resolve("gone")))
        .hasMessageContaining("no such file or directory");
  }
}
