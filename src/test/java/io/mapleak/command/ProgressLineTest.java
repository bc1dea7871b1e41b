package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private final StringWriter err = new StringWriter();
  private long now;

  @Test
  void workUnderASecondShowsNothing() {
    try (ProgressLine line = line(true)) {
      now = 999_999_999L;
      line.read(1, 2, "a");
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void longerWorkIsShownAndErased() {
    try (ProgressLine line = line(true)) {
      now = 1_000_000_000L;
      line.read(1, 9, "dumps/a\u001b[2J");
      now += 50_000_000L;
      line.read(2, 9, "dumps/b");
      now += 50_000_000L;
      line.read(3, 9, "dumps/c");
    }
    assertThat(err.toString())
        .isEqualTo(
            "\r\u001b[Kreading 1 of 9  dumps/a[2J\r\u001b[Kreading 3 of 9  dumps/c\r\u001b[K");
  }

  @Test
  void whatIsNoTerminalSeesNothing() {
    try (ProgressLine line = line(false)) {
      now = 5_000_000_000L;
      line.read(1, 2, "a");
    }
    assertThat(err.toString()).isEmpty();
  }

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(new PrintWriter(err), terminal, () -> now);
  }
}
