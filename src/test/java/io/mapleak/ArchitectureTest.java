package io.mapleak;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String BASE = "io.mapleak";

  /** Fewer classes than this mean that the import looked at the wrong place. */
  private static final int MIN_CLASSES = 10;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  private static final DescribedPredicate<JavaClass> OUTSIDE_MAIN =
      describe("outside Main", c -> !c.getName().equals(Main.class.getName()));

  @Test
  void sawTheProject() {
    assertThat(CLASSES.size()).isGreaterThanOrEqualTo(MIN_CLASSES);
    assertThat(CLASSES.contain(Main.class)).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> importsFollowTheTable() {
    return PackageTable.names().stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        noClasses()
                            .that(in(name))
                            .should()
                            .dependOnClassesThat(
                                describe(
                                    "are outside " + PackageTable.allowed(name),
                                    c -> ours(c) && !PackageTable.allowed(name).contains(part(c))))
                            .allowEmptyShould(true)
                            .check(CLASSES)));
  }

  @Test
  void everyPackageStandsInTheTable() {
    List<String> unlisted =
        CLASSES.stream()
            .map(ArchitectureTest::part)
            .filter(p -> !p.isEmpty())
            .distinct()
            .sorted()
            .toList();
    assertThat(unlisted).isNotEmpty().isSubsetOf(PackageTable.names());
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> librariesStayAtHome() {
    return Stream.of(
        home("com.google.protobuf.."), // of the tests alone
        home("io.airlift..", "pprof"),
        home("tools.jackson..", "report", "json"),
        home("org.jline..", "repl"),
        home("org.treesitter..", "source"),
        home("picocli..", "", "command", "repl"));
  }

  /** An empty name stands for the package of Main. */
  private static DynamicTest home(String library, String... packages) {
    List<String> homes = List.of(packages);
    return dynamicTest(
        library,
        () ->
            noClasses()
                .that(describe("are outside " + homes, c -> !homes.contains(part(c))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .check(CLASSES));
  }

  @Test
  void onlyMainTouchesTheProcess() {
    noClasses().that(OUTSIDE_MAIN).should().accessField(System.class, "out").check(CLASSES);
    noClasses().that(OUTSIDE_MAIN).should().accessField(System.class, "err").check(CLASSES);
    noClasses()
        .that(OUTSIDE_MAIN)
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
    noClasses()
        .that(OUTSIDE_MAIN)
        .should()
        .callMethod(Runtime.class, "exit", int.class)
        .check(CLASSES);
    noClasses()
        .that(OUTSIDE_MAIN)
        .should()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
    noClasses()
        .that(OUTSIDE_MAIN)
        .should()
        .callMethod(Throwable.class, "printStackTrace")
        .check(CLASSES);
    noClasses()
        .that(OUTSIDE_MAIN)
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.util.logging.."))
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .sorted()
            .toList();
    assertThat(unmarked).isEmpty();
  }

  @Test
  void sharedStateIsFinal() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
    fields().that().arePublic().should().beFinal().allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void builtInRulesAreFinalAndListed() {
    List<JavaClass> builtIn =
        CLASSES.stream()
            .filter(c -> c.getPackageName().startsWith(BASE + ".rule.builtin"))
            .filter(
                c ->
                    c.getAllRawInterfaces().stream()
                        .anyMatch(i -> i.getName().equals(BASE + ".rule.Rule")))
            .toList();
    assumeThat(!builtIn.isEmpty()).as("there are built-in rules").isTrue();

    Optional<JavaClass> list =
        CLASSES.stream().filter(c -> c.getName().equals(BASE + ".rule.Rules")).findFirst();
    assertThat(list).as("the list of rules").isPresent();
    List<JavaClass> listed =
        list.orElseThrow().getDirectDependenciesFromSelf().stream()
            .map(d -> d.getTargetClass())
            .toList();
    assertThat(listed).as("rules named in Rules").containsAll(builtIn);
    assertThat(builtIn).allMatch(c -> c.getModifiers().contains(JavaModifier.FINAL), "is final");
  }

  private static DescribedPredicate<JavaClass> in(String name) {
    return describe("are in " + name, c -> ours(c) && part(c).equals(name));
  }

  private static boolean ours(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.equals(BASE) || name.startsWith(BASE + ".");
  }

  /** The first part of a class's package below the base; empty for Main's own. */
  private static String part(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    if (name.equals(BASE)) {
      return "";
    }
    String below = name.substring(BASE.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }
}
