package io.mapleak.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.MapType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types and sizes of the map that is filled at a line. */
class MapTypeAtLineTest {
  private final SourceTree tree = Shop.open();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          embedded   | (*table).put      | map[types.id]types.row              |  4 | 32
          alias      | fill              | map[string]types.id                 | 16 |  4
          named-type | index.add         | map[stock.Key]*stock.Item           | 24 |  8
          local      | local             | map[time.Duration]struct{}          |  8 |  0
          returned   | returned          | map[stock.Key]*stock.Item           | 24 |  8
          nested     | nested            | map[int]bool                        |  8 |  1
          counted    | counted           | map[rune]int                        |  4 |  8
          several    | several           | map[uint8]int16                     |  1 |  2
          switched   | switched          | map[int8]int8                       |  1 |  1
          asserted   | asserted          | map[string]float32                  | 16 |  4
          shadowed   | shadowed          | map[bool]string                     |  1 | 16
          closure    | closure.func1     | map[[2]int]string                   | 16 | 16
          ranged     | ranged            | map[string]types.row                | 16 | 32
          chained    | chained           | map[types.id]types.row              |  4 | 32
          limited    | (*shared).limited | map[pool.Limit]bool                 |  4 |  1
          made       | made              | map[string]int                      | 16 |  8
          literal    | init              | map[string]int                      | 16 |  8
          """)
  void tellsTypesAndSizes(String mark, String function, String type, long key, long elem) {
    String at = mark.equals("limited") ? "unknown-package" : mark;
    MapSource map = Shop.map(tree, "types/types.go", at, function);
    assertThat(map.type()).isEqualTo(type);
    MapType layout = map.layout();
    assertThat(layout).as(map.unknown()).isNotNull();
    if (layout != null) {
      assertThat(layout.key().size()).isEqualTo(key);
      assertThat(layout.elem().size()).isEqualTo(elem);
    }
  }

  @Test
  void typeArgumentsAreReadOffTheSymbol() {
    String shape = "(*grid[go.shape.string,go.shape.*uint8]).set";
    MapSource map = Shop.map(tree, "types/types.go", "generic", shape);
    assertThat(map.type()).isEqualTo("map[string]*uint8");
    assertThat(map.layout()).isNotNull();
  }

  @Test
  void typeParametersWithoutArgumentsHaveNoLayout() {
    MapSource map = Shop.map(tree, "types/types.go", "generic", "(*grid[...]).set");
    assertThat(map.type()).isEqualTo("map[K]V");
    assertThat(map.layout()).isNull();
    assertThat(map.unknown()).isNotEmpty();
  }

  @Test
  void typesOfPackagesThatAreNotAtHandHaveNoLayout() {
    SourceTree alone =
        Shop.open(
            new io.mapleak.source.tree.SourceOptions(
                java.util.List.of(Shop.ROOT),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of()));
    MapSource map = Shop.map(alone, "types/types.go", "unknown-package", "(*shared).limited");
    assertThat(map.type()).isEqualTo("map[pool.Limit]bool");
    assertThat(map.layout()).isNull();
    assertThat(map.unknown()).contains("pool.Limit");
  }

  @Test
  void knowsSyncMaps() {
    MapSource map = Shop.map(tree, "types/types.go", "sync-map", "(*shared).see");
    assertThat(map.syncMap()).isTrue();
    assertThat(map.type()).isEqualTo("sync.Map");
    assertThat(map.variable()).isEqualTo("field types.shared.seen");
    assertThat(map.uses(MapUse.Kind.INSERT)).hasSize(1);
  }

  @Test
  void aLineWithoutAMapSaysSo() {
    SourceAnswer answer = Shop.at(tree, "types/types.go", "no-map", "arithmetic");
    assertThat(answer).isInstanceOf(SourceAnswer.NoMap.class);
    assertThat(((SourceAnswer.NoMap) answer).text()).contains("a[1] = 2");
  }

  @Test
  void filesOfAModuleCacheAreFoundByTheirVersion() {
    String file = "example.com/Vendor/pool@v1.2.0/pool.go";
    int line = Shop.line(Shop.CACHE.resolve("example.com/!vendor/pool@v1.2.0/pool.go"), "cached");
    SourceAnswer answer = tree.at(file, line, "example.com/Vendor/pool.(*Pool).Put");
    assertThat(answer).isInstanceOf(SourceAnswer.Map.class);
    assertThat(((SourceAnswer.Map) answer).source().type()).isEqualTo("map[pool.Limit]*pool.Pool");
  }
}
