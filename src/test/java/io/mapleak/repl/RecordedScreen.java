package io.mapleak.repl;

import java.nio.charset.StandardCharsets;

/** Keeps what a shell shows. */
final class RecordedScreen implements Screen {
  private final StringBuilder shown = new StringBuilder();
  private final StringBuilder told = new StringBuilder();

  @Override
  public void show(byte[] output) {
    shown.append(new String(output, StandardCharsets.UTF_8));
  }

  @Override
  public void tell(String message) {
    told.append(message).append('\n');
  }

  @Override
  public boolean isTerminal() {
    return false;
  }

  @Override
  public int columns() {
    return 0;
  }

  /** What was shown since the last call. */
  String shown() {
    String text = shown.toString();
    shown.setLength(0);
    return text;
  }

  /** What was told since the last call. */
  String told() {
    String text = told.toString();
    told.setLength(0);
    return text;
  }
}
