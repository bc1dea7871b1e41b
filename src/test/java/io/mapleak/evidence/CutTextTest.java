package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of each kind without their end. */
final class CutTextTest {
  @ParameterizedTest
  @CsvSource({
    "goroutine/go1.27-debug1.txt, counts of goroutines",
    "goroutine/go1.27-debug2.txt, counts of goroutines",
    "gctrace/go1.27.log, live heap",
    "crash/go1.27-conc.log, the other side of a race",
    "process/go1.27-smaps, resident size",
    "process/go1.27-status, figures of the process",
    "compiler/go1.26-m-m.txt, other lines"
  })
  void aTextThatEndsWithinALineIsToldWhatMayBeMissing(String file, String effect)
      throws IOException {
    String text = EvidenceFiles.text(file);
    Reading whole = EvidenceFiles.read(text).orElseThrow();
    assertThat(whole.notes()).noneMatch(note -> note.contains("cut short"));

    int at = text.length() * 3 / 4;
    String cut = text.substring(0, text.charAt(at - 1) == '\n' ? at - 2 : at);
    assertThat(EvidenceFiles.read(cut).orElseThrow().notes())
        .anySatisfy(note -> assertThat(note).contains("cut short").contains(effect));
  }
}
