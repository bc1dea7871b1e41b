package io.mapleak.repl;

import io.mapleak.command.FlameViewer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps what a shell shows. */
final class RecordedScreen implements Screen {
  private final StringBuilder shown = new StringBuilder();
  private final StringBuilder told = new StringBuilder();
  private Window window = Window.NONE;
  private FlameViewer.@Nullable Graphs walked;

  @Override
  public void show(byte[] output) {
    shown.append(new String(output, StandardCharsets.UTF_8));
  }

  @Override
  public void tell(String message) {
    told.append(message).append('\n');
  }

  @Override
  public void walk(FlameViewer.Graphs graphs) {
    walked = graphs;
  }

  @Override
  public Window window() {
    return window;
  }

  /** Shows on another window from now on. */
  void become(Window newWindow) {
    window = newWindow;
  }

  /** The flame graphs that were shown since the last call; null: none. */
  FlameViewer.@Nullable Graphs walked() {
    FlameViewer.Graphs graphs = walked;
    walked = null;
    return graphs;
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
