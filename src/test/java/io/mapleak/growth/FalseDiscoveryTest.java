package io.mapleak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class FalseDiscoveryTest {
  @Test
  void theExampleOfBenjaminiAndHochbergHasFourDiscoveries() {
    // their section 4.2, fifteen hypotheses about thrombolysis
    double[] chances = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0
    };
    assertThat(FalseDiscovery.threshold(chances)).isEqualTo(0.0095);
  }

  @Test
  void nothingIsFoundWhereNothingIs() {
    assertThat(FalseDiscovery.threshold(new double[] {0.2, 0.9})).isNegative();
    assertThat(FalseDiscovery.threshold(new double[0])).isNegative();
  }

  @Test
  void amongManySitesWithoutAChangeOneRunInTwentyFindsAny() {
    Random random = new Random(3);
    int runs = 2000;
    int wrong = 0;
    for (int run = 0; run < runs; run++) {
      double[] chances = random.doubles(300).toArray();
      wrong += FalseDiscovery.threshold(chances) >= 0 ? 1 : 0;
    }
    assertThat(wrong / (double) runs).isBetween(0.03, 0.07);
  }
}
