package io.mapleak.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.profile.Profile;
import io.mapleak.testing.ProfileDsl;
import org.junit.jupiter.api.Test;

final class TopTableTest {
  @Test
  void aRecursiveFunctionCountsOnceForEachStack() {
    TopTable table =
        top(
            ProfileDsl.heap()
                .sample("f a.go:1", "f a.go:2", "main m.go:1")
                .values(0, 0, 1, 100)
                .build());
    assertThat(table.rows())
        .containsExactly(
            new TopTable.Row("f", Inlining.NONE, 100, 100),
            new TopTable.Row("main", Inlining.NONE, 0, 100));
  }

  @Test
  void inlinedCallsAreToldFromOthers() {
    TopTable table =
        top(
            ProfileDsl.heap()
                .sample("a x.go:1 < main x.go:2")
                .values(0, 0, 1, 100)
                .sample("b x.go:3 < main x.go:4")
                .values(0, 0, 1, 90)
                .sample("b x.go:5", "other x.go:6")
                .values(0, 0, 1, 80)
                .build());
    assertThat(row(table, "a").inlining()).isEqualTo(Inlining.ALL);
    assertThat(row(table, "b").inlining()).isEqualTo(Inlining.SOME);
    assertThat(row(table, "main").inlining()).isEqualTo(Inlining.NONE);
  }

  @Test
  void aCallOverATrimmedFunctionGoesToTheNextCaller() {
    // small has 4 of 1004, below 0.5 %: the call of b inlined into it becomes one of main's, where
    // a
    // plain call stands beside it
    TopTable table =
        top(
            ProfileDsl.heap()
                .sample("b x.go:1 < small x.go:2", "main x.go:9")
                .values(0, 0, 1, 4)
                .sample("b x.go:3", "main x.go:8")
                .values(0, 0, 1, 1000)
                .build());
    assertThat(table.rows()).extracting(TopTable.Row::name).containsExactly("b", "main");
    assertThat(table.dropped()).isEqualTo(1);
    assertThat(row(table, "b").inlining()).isEqualTo(Inlining.NONE);
  }

  @Test
  void tiesAreInTheOrderOfUtf8() {
    TopTable table =
        top(
            ProfileDsl.heap()
                .sample("\ud83d\ude00 x.go:1")
                .values(0, 0, 1, 5)
                .sample("\uffe5 x.go:1")
                .values(0, 0, 1, 5)
                .sample("z x.go:1")
                .values(0, 0, 1, 5)
                .build());
    assertThat(table.rows())
        .extracting(TopTable.Row::name)
        .containsExactly("z", "\uffe5", "\ud83d\ude00");
  }

  @Test
  void linesAndAddressesAreApart() {
    Profile profile =
        ProfileDsl.heap()
            .sample("f ./a.go:1", "main m.go:1")
            .values(0, 0, 1, 100)
            .sample("f ./a.go:2", "main m.go:1")
            .values(0, 0, 1, 50)
            .build();
    assertThat(top(profile, Granularity.LINES).rows())
        .extracting(TopTable.Row::name)
        .containsExactly("f a.go:1", "f a.go:2", "main m.go:1");
    assertThat(top(profile, Granularity.ADDRESSES).rows().get(0).name())
        .isEqualTo("0000000000400010 f a.go:1");
    assertThat(top(profile, Granularity.FILES).rows())
        .extracting(TopTable.Row::name)
        .containsExactly("a.go", "m.go");
  }

  @Test
  void oneUnitSuitsTheSmallestValue() {
    TopTable table =
        top(
            ProfileDsl.heap()
                .sample("big x.go:1")
                .values(0, 0, 1, 1 << 30)
                .sample("small x.go:1")
                .values(0, 0, 1, 6 << 20)
                .build());
    // 1 GB is more than 100 times 6 MB, and 600 MB are no GB yet
    assertThat(table.unit()).isEqualTo("MB");
    assertThat(table.label(1 << 30)).isEqualTo("1024MB");
  }

  private static TopTable.Row row(TopTable table, String name) {
    return table.rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  private static TopTable top(Profile profile) {
    return TopTable.of(Selection.of(Fetched.of(profile), 3), ReportOptions.DEFAULT);
  }

  private static TopTable top(Profile profile, Granularity granularity) {
    ReportOptions options = ReportOptions.DEFAULT.untrimmed().by(granularity);
    return TopTable.of(Selection.of(Fetched.of(profile), 3), options);
  }
}
