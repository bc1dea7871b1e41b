package io.mapleak.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the package of a map does to it. */
class MapUsesTest {
  private static final String FILE = "uses/uses.go";
  private static final String PUT = "(*store).put";

  private final SourceTree tree = Shop.open();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          grows    | INSERT MAKE
          deleted  | DELETE INSERT MAKE
          cleared  | CLEAR INSERT MAKE
          remade   | INSERT MAKE REMAKE
          bounded  | BOUND INSERT
          limited  | CONFIGURED_BOUND INSERT
          planned  | INSERT
          counted  | INSERT
          handed   | ESCAPE INSERT
          helped   | DELETE INSERT
          locally  | DELETE INSERT
          returned | ESCAPE INSERT
          copied   | INSERT
          ranged   | DELETE INSERT
          hinted   | INSERT MAKE
          zero     | INSERT MAKE
          filtered | DELETE INSERT
          exported | INSERT
          parts    | DELETE INSERT
          """)
  void kindsOfUses(String mark, String kinds) {
    Set<String> found = new TreeSet<>();
    source(mark).uses().forEach(use -> found.add(use.kind().name()));
    assertThat(String.join(" ", found)).isEqualTo(kinds);
  }

  private MapSource source(String mark) {
    return Shop.map(tree, FILE, mark, PUT);
  }

  @Test
  void onlyWhatNobodyEmptiesIsProvedToGrow() {
    for (String mark : List.of("grows", "hinted", "zero", "copied", "counted")) {
      assertThat(source(mark).isProvedToGrow()).as(mark).isTrue();
    }
    for (String mark :
        List.of(
            "deleted",
            "cleared",
            "remade",
            "bounded",
            "limited",
            "handed",
            "returned",
            "exported")) {
      assertThat(source(mark).isProvedToGrow()).as(mark).isFalse();
    }
  }

  @Test
  void tellsWhereAndInWhichFunction() {
    MapUse use = source("deleted").uses(MapUse.Kind.DELETE).get(0);
    assertThat(use.at().file()).isEqualTo("uses/uses.go");
    assertThat(use.function()).isEqualTo("store.drop");
    assertThat(use.text()).isEqualTo("delete(s.deleted, k)");
  }

  @ParameterizedTest
  @CsvSource({"grows,NONE", "deleted,NONE", "hinted,GIVEN", "zero,NONE", "bounded,UNKNOWN"})
  void tellsHowItIsMade(String mark, SizeHint hint) {
    assertThat(source(mark).hint()).isEqualTo(hint);
  }

  @Test
  void literalsWithEntriesAreNoHint() {
    MapSource pets = Shop.map(tree, "types/types.go", "literal", "init");
    assertThat(pets.hint()).isEqualTo(SizeHint.LITERAL);
    assertThat(pets.assigns()).isFalse();
    assertThat(pets.variable()).isEqualTo("package variable pets");
  }

  @Test
  void packageVariablesWithCapitalsMayBeEmptiedElsewhere() {
    MapSource all = Shop.map(tree, "model/model.go", "exported-variable", "Add");
    assertThat(all.variable()).isEqualTo("package variable All");
    assertThat(all.exported()).isTrue();
    assertThat(all.isProvedToGrow()).isFalse();
  }

  @Test
  void localMapsAreTold() {
    MapSource local = Shop.map(tree, "types/types.go", "local", "local");
    assertThat(local.local()).isTrue();
    assertThat(local.variable()).isEqualTo("local variable seen");
    assertThat(local.hint()).isEqualTo(SizeHint.GIVEN);
  }
}
