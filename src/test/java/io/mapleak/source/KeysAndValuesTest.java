package io.mapleak.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keys are made of, and what values keep. */
class KeysAndValuesTest {
  private final SourceTree tree = Shop.open();

  @ParameterizedTest
  @CsvSource({
    "pointer, pointer, POINTER",
    "channel, channel, POINTER",
    "direct, direct, STRING_OF_BYTES",
    "named, named, STRING_OF_BYTES",
    "part, part, PART_OF_STRING_OF_BYTES",
    "trimmed, trimmed, PART_OF_STRING_OF_BYTES",
    "fields, fields, PART_OF_STRING_OF_BYTES",
    "made-anew, lower, PLAIN",
    "printed, printed, PLAIN",
    "rune, rune, PLAIN",
    "returned, returned, STRING_OF_BYTES",
    "handed, add, STRING_OF_BYTES",
    "interface, any, INTERFACE",
  })
  void kindsOfKeys(String mark, String method, KeyKind kind) {
    assertThat(key(mark, method).key()).isEqualTo(kind);
  }

  private MapSource key(String mark, String method) {
    return Shop.map(tree, "keys/keys.go", mark, "(*pages)." + method);
  }

  @Test
  void tellsWhereTheStringWasMade() {
    Place origin = key("handed", "add").keyOrigin();
    assertThat(origin).isNotNull();
    assertThat(origin == null ? "" : origin.text()).startsWith("keys/keys.go:");
    assertThat(key("pointer", "pointer").keyOrigin()).isNull();
  }

  @Test
  void objectsThatEntriesKeepAreKnownWhereTheyAreMade() {
    int line = Shop.line(Shop.ROOT.resolve("keys/keys.go"), "object");
    String file = Shop.MODULE + "/keys/keys.go";
    assertThat(tree.made(file, line, Shop.MODULE + "/keys.load"))
        .isEqualTo(key("pointer", "pointer").objects())
        .containsExactly("example.com/shop/keys.page");
  }

  @Test
  void stringsThatKeysArePartsOfAreKnownWhereTheyAreMade() {
    MapSource part = key("part", "part");
    int made = Shop.line(Shop.ROOT.resolve("keys/keys.go"), "part") - 1;
    assertThat(tree.made(Shop.MODULE + "/keys/keys.go", made, Shop.MODULE + "/keys.(*pages).part"))
        .isEqualTo(part.objects())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "task, FUNCTION",
    "func, FUNCTION",
    "reader, INTERFACE",
    "error, INTERFACE",
    "chan, CHANNEL",
    "string, POINTER",
    "float, PLAIN",
    "struct, PLAIN",
    "empty, PLAIN",
    "slice, POINTER",
    "pointers, POINTER",
  })
  void kindsOfValues(String mark, ValueKind kind) {
    MapSource map = Shop.map(tree, "values/values.go", mark, "(*hub).put");
    assertThat(map.value()).isEqualTo(kind);
  }
}
