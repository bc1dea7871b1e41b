package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.mapleak.testing.GoHeap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompanionsTest {
  private static final AllocationPoint MAP = point("shop.(*Store).put", 10, "shop.handle");
  private static final AllocationPoint OTHER = point("shop.(*Cache).add", 20, "shop.fill");
  private static final AllocationPoint KEY = point("shop.(*Store).put", 11, "shop.handle");
  private static final AllocationPoint VALUE = point("shop.newValue", 12, "shop.handle");
  private static final AllocationPoint FAR = point("shop.parse", 13, "shop.start");
  private static final AllocationPoint ELSEWHERE = point("web.serve", 14, "web.run");

  private static final Companions COMPANIONS =
      new Companions(
          List.of(MAP, OTHER, FAR, VALUE, KEY, ELSEWHERE),
          Set.of(MAP, OTHER),
          new Sampling(GoHeap.RATE));

  private static AllocationPoint point(String function, long line, String caller) {
    CodeLine at = new CodeLine(function, "app.go", line);
    List<CodeLine> callers = List.of(new CodeLine(caller, "app.go", 1));
    return new AllocationPoint(line, at, at, callers, List.of(Points.block(256, 10, 10)));
  }

  @Test
  void theFunctionThenTheCallerThenThePackage() {
    assertThat(COMPANIONS.of(MAP))
        .extracting(Companion::at, Companion::distance)
        .containsExactly(tuple(KEY.owner(), 0), tuple(VALUE.owner(), 2), tuple(FAR.owner(), 5));
    assertThat(COMPANIONS.ofCallers(MAP))
        .extracting(Companion::at)
        .containsExactly(KEY.owner(), VALUE.owner());
  }

  @Test
  void distancesAreThoseToTheNearestMap() {
    assertThat(COMPANIONS.distances(List.of(MAP, OTHER)))
        .containsOnly(entry(KEY.owner(), 0), entry(VALUE.owner(), 2));
    assertThat(COMPANIONS.of(OTHER, c -> c.distance() < 5)).isEmpty();
    assertThat(COMPANIONS.of(OTHER)).hasSize(3);
  }
}
