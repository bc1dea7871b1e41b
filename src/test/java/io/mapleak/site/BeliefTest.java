package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.unit.Interval;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BeliefTest {
  private static Belief belief(Map<Double, Double> weights) {
    return new Belief(new TreeMap<>(weights));
  }

  @Test
  void theRangeLeavesOutBothTails() {
    Belief belief = belief(Map.of(1.0, 1.0, 2.0, 50.0, 3.0, 45.0, 9.0, 4.0));
    assertThat(belief.range(0.8)).isEqualTo(new Interval(2, 2, 3));
    assertThat(belief.range(1)).isEqualTo(new Interval(1, 2, 9));
  }

  @Test
  void anOctaveTakesBothPowersOfTwoRatherThanWhatLiesBetween() {
    Belief belief = belief(Map.of(64.0, 30.0, 65.5, 5.0, 128.0, 50.0, 129.0, 10.0, 131.0, 5.0));
    Interval octave = belief.likeliestOctave(0.99);
    assertThat(octave.low()).isEqualTo(64);
    assertThat(octave.best()).isEqualTo(128);
    assertThat(octave.high()).isBetween(128.0, 128.001);
  }

  @Test
  void aRangeThatIsNarrowerThanAnOctaveStays() {
    assertThat(belief(Map.of(10.0, 1.0, 15.0, 2.0, 19.0, 1.0)).likeliestOctave(0.99))
        .isEqualTo(new Interval(10, 15, 19));
  }
}
