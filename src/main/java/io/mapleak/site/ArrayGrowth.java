package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import java.util.ArrayList;
import java.util.List;

/** What the arrays of a site, by the times at which they were made, tell of its growth. */
final class ArrayGrowth {
  /** Tables sampled from which on their times are weighed; with fewer all forms of growth fit. */
  private static final long LEAST_BIRTHS = 4;

  private ArrayGrowth() {}

  /** Log odds that the maps go on growing; {@link GrowthOdds#NONE} when nothing tells. */
  static double goesOn(
      MapSites.Inferred inferred, List<SiteHistory.Step> steps, Sampling sampling) {
    Integer slot = inferred.site().slotBytes();
    SiteHistory.Step last = steps.get(steps.size() - 1);
    if (slot == null || last.liveSampled() == 0) {
      return GrowthOdds.NONE;
    }
    if (!inferred.array().single()) {
      return ShardBirths.of(inferred, slot, steps, sampling).goesOn();
    }
    if (inferred.site().implementation() != Implementation.SWISS) {
      return new ArrayBirths(new ClassicLayout(slot, inferred.header()), steps, List.of(), sampling)
          .goesOn();
    }
    long tableBytes = new SwissLayout(slot, inferred.header()).tableCharge(SwissLayout.MAX_TABLE);
    if (last.largest() != tableBytes || last.madeSampled() < LEAST_BIRTHS) {
      return GrowthOdds.NONE;
    }
    SiteHistory.Rung full = last.rung(tableBytes);
    List<Long> made = new ArrayList<>();
    for (SiteHistory.Step step : steps) {
      made.add(step.rung(tableBytes).madeSampled());
    }
    return new TableBirths(made, List.of())
        .goesOn(
            full.liveSampled(),
            full.madeSampled() - full.liveSampled(),
            SiteHistory.vanished(steps),
            sampling.probability(tableBytes));
  }
}
