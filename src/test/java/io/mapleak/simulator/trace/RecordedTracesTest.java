package io.mapleak.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every state, digest and byte count of recorded maps. */
class RecordedTracesTest {
  @Test
  void theModelsDoWhatTheRuntimeDid() throws IOException {
    TraceResult result = verify(TestData.file("traces"));
    assertThat(result.operations()).isEqualTo(91_417);
    assertThat(result.checkpoints()).isEqualTo(3133);
  }

  @Test
  void theModelsDoWhatTheRuntimeDidInAllTraces() throws IOException {
    assertThat(verify(TestData.shared("traces")).operations()).isGreaterThanOrEqualTo(2_500_611);
  }

  private static TraceResult verify(Path directory) throws IOException {
    List<Path> files = TraceFiles.under(directory);
    TraceResult total = TraceResult.NONE;
    for (Path file : files) {
      total = total.plus(TraceFiles.verify(file));
    }
    assertThat(total.first()).isNull();
    assertThat(total.mismatches()).isZero();
    return total;
  }
}
