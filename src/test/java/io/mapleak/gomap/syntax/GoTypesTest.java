package io.mapleak.gomap.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTypesTest {
  private final GoTypes types = GoTypes.standard();

  // unsafe.Sizeof and Alignof of Go 1.21 to 1.27
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bool | 1 | 1 | false",
        "rune | 4 | 4 | false",
        "complex64 | 8 | 4 | false",
        "string | 16 | 8 | true",
        "error | 16 | 8 | true",
        "interface{ Name() string } | 16 | 8 | true",
        "*github.com/acme/shop-api/user.Account | 8 | 8 | true",
        "[]Unknown | 24 | 8 | true",
        "[3]int16 | 6 | 2 | false",
        "[0x10]byte | 16 | 1 | false",
        "[0]*int | 0 | 8 | false",
        "<-chan (<-chan Job) | 8 | 8 | true",
        "chan<- func(a int, b ...string) (int, error) | 8 | 8 | true",
        "func(x func()) map[string]Unknown | 8 | 8 | true",
        "map[Unknown][]byte | 8 | 8 | true",
        "unsafe.Pointer | 8 | 8 | true",
        "struct{} | 0 | 1 | false",
        "struct{a, b int32; c int8} | 12 | 4 | false",
        "struct{a int8; b int64; c int8} | 24 | 8 | false",
        "struct{a int64; b struct{}} | 16 | 8 | false",
        "struct{b struct{}; a int64} | 8 | 8 | false",
        "struct{a int8; b [0]int64} | 16 | 8 | false",
        "struct{*Base; sync.Mutex; name string `json:\"n\"`} | 32 | 8 | true",
        "(struct{ x (int) }) | 8 | 8 | false",
        "time.Time | 24 | 8 | true",
        "time.Duration | 8 | 8 | false",
        "netip.Addr | 24 | 8 | true",
        "net/netip.AddrPort | 32 | 8 | true",
        "sync.RWMutex | 24 | 4 | false",
        "sync.WaitGroup | 16 | 8 | false",
        "bytes.Buffer | 40 | 8 | true",
        "atomic.Pointer[T] | 8 | 8 | true",
        "sql.NullBool | 2 | 1 | false",
        "list.List | 48 | 8 | true",
        "json.RawMessage | 24 | 8 | true",
        "github.com/google/uuid.UUID | 16 | 1 | false",
      })
  void typesAreLaidOutAsTheCompilerDoes(String text, long size, int align, boolean pointers)
      throws TypeException {
    assertThat(types.type(text).type()).isEqualTo(new GoType(text, size, align, pointers));
  }

  @Test
  void aStructMayBePastedWithItsLinesAndComments() throws TypeException {
    String pasted =
        """
        struct {
          // who
          id   uint32 `db:"id"`

          name string // shown
        }
        """;
    assertThat(types.type(pasted).type().size()).isEqualTo(24);
  }

  // which runtime function assigns, as seen in programs of Go 1.19, 1.23 and 1.26
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int32 | FAST32",
        "rune | FAST32",
        "[4]byte | FAST32",
        "struct{a, b int16} | FAST32",
        "int | FAST64",
        "uintptr | FAST64",
        "[2]int32 | FAST64",
        "struct{x int64} | FAST64",
        "time.Duration | FAST64",
        "*T | FAST64PTR",
        "chan int | FAST64PTR",
        "unsafe.Pointer | FAST64PTR",
        "[1]*T | FAST64PTR",
        "struct{p *T} | FAST64PTR",
        "string | FASTSTR",
        "[1]string | FASTSTR",
        "struct{s string} | FASTSTR",
        "bool | SLOW",
        "float64 | SLOW",
        "struct{f float64} | SLOW",
        "any | SLOW",
        "[3]byte | SLOW",
        "[16]byte | SLOW",
        "[2]string | SLOW",
        "struct{} | SLOW",
        "struct{a int32; b int8} | SLOW",
        "struct{a int32; _ int32} | SLOW",
        "struct{_ int64} | SLOW",
        "time.Time | SLOW",
      })
  void theEntryFunctionsFollowTheKey(String key, MapVariant variant) throws TypeException {
    assertThat(types.map(types.key(key), types.type("int")).variant()).isEqualTo(variant);
  }

  @Test
  void aLargeElemIsSlowWhateverTheKey() throws TypeException {
    assertThat(types.map("map[int][128]byte").variant()).isEqualTo(MapVariant.FAST64);
    assertThat(types.map("map[int][129]byte").variant()).isEqualTo(MapVariant.SLOW);
    assertThat(types.map("map[string][129]byte").variant()).isEqualTo(MapVariant.SLOW);
  }

  @Test
  void aMapTypeIsReadWhole() throws TypeException {
    MapType map = types.map(" map[string]map[int][]*pkg.User ");
    assertThat(map.key().name()).isEqualTo("string");
    assertThat(map.elem().name()).isEqualTo("map[int][]*pkg.User");
    assertThat(map.classic(GoVersion.of(23)).bucketBytes()).isEqualTo(208);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User=40 | 40 | 8 | false",
        "User=64:pointers | 64 | 8 | true",
        "User=12 | 12 | 4 | false",
        "User=12:2 | 12 | 2 | false",
        "User=24:8:pointers | 24 | 8 | true",
        "User=0 | 0 | 1 | false",
        "User=[16]byte | 16 | 1 | false",
        "User=struct{id int64; at time.Time} | 32 | 8 | true",
        "pkg.User=8 | 8 | 8 | false",
      })
  void namedTypesAreDefined(String definition, long size, int align, boolean pointers)
      throws TypeException {
    String name = definition.substring(0, definition.indexOf('='));
    assertThat(types.with(definition).type(name).type())
        .isEqualTo(new GoType(name, size, align, pointers));
    assertThat(types.with(definition).type("[2]" + name).type().size()).isEqualTo(2 * size);
  }

  @Test
  void aDefinitionMayUseThoseBeforeIt() throws TypeException {
    GoTypes defined = types.with("ID=[16]byte").with("Row=struct{id ID; n int}");
    assertThat(defined.type("Row").type().size()).isEqualTo(24);
    assertThat(defined.map("map[ID]Row").variant()).isEqualTo(MapVariant.SLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User",
        "=8",
        "User=",
        "User=-8",
        "User=8:3",
        "User=12:8",
        "User=8:4:pointers",
        "User=0:pointers",
        "User=8:pointer",
        "User=99999999999999999",
        "User=9007199254740992",
        "int=8",
        "a b=8"
      })
  void wrongDefinitionsAreRefused(String definition) {
    assertThatThrownBy(() -> types.with(definition)).isInstanceOf(TypeException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User | 1 | the size of User is not known",
        "[4]User | 4 | the size of User is not known",
        "struct{a int; u pkg.User} | 17 | the size of pkg.User is not known",
        "[n]int | 2 | length",
        "[-1]int | 2 | in no Go type",
        "[99999999999999999999]int | 2 | no length",
        "[9007199254740992]int8 | 1 | 2^50",
        "[1125899906842624]struct{a,b int} | 1 | 2^50",
        "map[int string | 9 | ']'",
        "map int | 5 | '['",
        "struct{a int | 13 | the end",
        "struct{a int b int} | 14 | ';' or '}'",
        "func(a int | 5 | has no ')'",
        "interface{ | 10 | has no '}'",
        "int int | 5 | the end instead of 'int'",
        "string! | 7 | '!' is in no Go type",
        "struct{a int `x} | 14 | tag",
        "<-int | 3 | chan",
        "*map[[]byte]int | 6 | can't be a map's key",
        "'' | 1 | a type instead of the end",
      })
  void errorsTellTheColumn(String text, int column, String problem) {
    assertThatThrownBy(() -> types.type(text))
        .isInstanceOfSatisfying(TypeException.class, e -> assertThat(e.column()).isEqualTo(column))
        .hasMessageContaining(problem);
  }

  @Test
  void aDefinitionTellsTheColumnInItsWholeText() {
    assertThatThrownBy(() -> types.with("Users= [4]User"))
        .isInstanceOfSatisfying(
            UnknownTypeException.class,
            e -> {
              assertThat(e.column()).isEqualTo(11);
              assertThat(e.name()).isEqualTo("User");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]byte",
        "map[int]int",
        "func()",
        "struct{a int; b []int}",
        "[2]func()",
        "net.IP",
        "bytes.Buffer"
      })
  void whatCannotBeComparedIsNoKey(String key) {
    assertThatThrownBy(() -> types.key(key)).hasMessageContaining("can't be a map's key");
    assertThatThrownBy(() -> types.map("map[" + key + "]int"))
        .isInstanceOfSatisfying(TypeException.class, e -> assertThat(e.column()).isEqualTo(5));
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() {
    assertThatThrownBy(() -> types.type("[]".repeat(100_000) + "int"))
        .hasMessageContaining("deeper than");
    assertThatThrownBy(() -> types.type("struct{a ".repeat(100_000)))
        .hasMessageContaining("deeper than");
  }

  @Test
  void onlyAMapIsAMapType() {
    assertThatThrownBy(() -> types.map("[]int")).hasMessageContaining("map[K]V");
  }
}
