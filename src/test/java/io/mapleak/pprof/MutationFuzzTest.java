package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.profile.Profile;
import io.mapleak.testing.TestData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged bytes of a real profile must give a profile or a {@link FormatException}, and nothing
 * else.
 */
final class MutationFuzzTest {
  private static final int MUTANTS = 2000;
  private static final Limits SMALL =
      Limits.DEFAULT.withStringBytes(1 << 20).withSamples(10_000).withTableEntries(100_000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "go1.26-batchindex/heap-09.pb.gz",
        "go1.26-batchindex/heap-last.txt",
        "pprof/cppbench.heap",
        "pprof/java.heap"
      })
  void onlyFormatExceptionsComeOut(String name) throws IOException {
    byte[] packed = Files.readAllBytes(TestData.file(name));
    byte[] bytes = packed;
    if (name.endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        bytes = in.readAllBytes();
      }
    }
    Random random = new Random(name.hashCode());
    int faults = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutated(i % 10 == 0 ? packed : bytes, random);
      try {
        walk(ProfileReader.read("mutant", new ByteArrayInputStream(mutant), SMALL).profile());
      } catch (FormatException e) {
        faults++;
        assertThat(e.getMessage()).startsWith("mutant: ").doesNotContain("\n");
      }
    }
    assertThat(faults).isBetween(MUTANTS / 10, MUTANTS);
  }

  /**
   * Up to four flipped bits, changed bytes, cuts out of the middle or doubled pieces, or a cut at
   * the end.
   */
  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutant = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(mutant.length);
      int length = Math.min(1 + random.nextInt(20), mutant.length - at);
      switch (random.nextInt(6)) {
        case 0, 1 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> mutant[at] = (byte) random.nextInt(256);
        case 3 ->
            mutant =
                Reading.concat(
                    Arrays.copyOf(mutant, at),
                    Arrays.copyOfRange(mutant, at + length, mutant.length),
                    new byte[1]);
        case 4 ->
            mutant =
                Reading.concat(
                    Arrays.copyOf(mutant, at + length),
                    Arrays.copyOfRange(mutant, at, mutant.length));
        default ->
            mutant = Arrays.copyOf(mutant, mutant.length - random.nextInt(mutant.length / 4 + 1));
      }
    }
    return mutant;
  }

  /** Touches everything that the profile refers to. */
  private static void walk(Profile profile) {
    long sum = 0;
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      for (int type = 0; type < profile.sampleTypes().size(); type++) {
        sum += profile.samples().value(sample, type);
      }
      for (int label = profile.labels().start(sample);
          label < profile.labels().end(sample);
          label++) {
        sum +=
            profile.labels().key(label).length()
                + profile.labels().text(label).length()
                + profile.labels().unit(label).length();
      }
      int stack = profile.samples().stack(sample);
      for (int i = profile.stacks().start(stack); i < profile.stacks().end(stack); i++) {
        sum += profile.locations().id(profile.stacks().locationAt(i));
      }
    }
    for (int location = 0; location < profile.locations().size(); location++) {
      int mapping = profile.locations().mapping(location);
      sum += mapping < 0 ? 0 : profile.mappings().file(mapping).length();
      for (int line = profile.locations().lineStart(location);
          line < profile.locations().lineEnd(location);
          line++) {
        sum += profile.functions().name(profile.locations().function(line)).length();
      }
    }
    assertThat(sum).isNotEqualTo(Long.MIN_VALUE);
  }
}
