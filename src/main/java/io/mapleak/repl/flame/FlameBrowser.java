package io.mapleak.repl.flame;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.mapleak.command.FlameViewer;
import io.mapleak.report.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** Lets a user walk flame graphs on the whole screen of a terminal. For one use, by one thread. */
public final class FlameBrowser {
  /** After so many milliseconds at most a window of another size is drawn anew. */
  private static final long RESIZE_MILLIS = 100;

  private static final String PROMPT = "/";

  private final Terminal terminal;
  private final FlameViewer.Graphs graphs;
  private final FlamePainter painter;
  private final BindingReader keys;
  private final KeyMap<FlameKey> map;
  private final Display display;
  private int type;
  private FlameWalk walk;
  private String message = "";
  private volatile boolean resized = true;

  private FlameBrowser(Terminal terminal, FlameViewer.Graphs graphs, TextStyle style) {
    this.terminal = terminal;
    this.graphs = graphs;
    this.painter = new FlamePainter(style);
    this.keys = new BindingReader(terminal.reader());
    this.map = FlameKey.map(terminal);
    this.display = new Display(terminal, true);
    this.type = graphs.first();
    this.walk = FlameWalk.of(graphs.graph().apply(type), columns());
  }

  /** Shows graphs until the user leaves; the terminal is then as before. */
  public static void run(Terminal terminal, FlameViewer.Graphs graphs, TextStyle style) {
    FlameBrowser browser = new FlameBrowser(terminal, graphs, style);
    Attributes before = terminal.enterRawMode();
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlag(Attributes.LocalFlag.ISIG, false); // Ctrl-C is a key here
    terminal.setAttributes(raw);
    SignalHandler handler = terminal.handle(Signal.WINCH, signal -> browser.resized = true);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.keypad_xmit);
    terminal.puts(Capability.cursor_invisible);
    try {
      browser.walk();
    } finally {
      terminal.puts(Capability.cursor_visible);
      terminal.puts(Capability.keypad_local);
      terminal.puts(Capability.exit_ca_mode);
      terminal.handle(Signal.WINCH, handler);
      terminal.setAttributes(before);
      terminal.flush();
    }
  }

  private void walk() {
    draw();
    for (FlameKey key = key(); key != null && key != FlameKey.QUIT; key = key()) {
      message = "";
      step(key);
      draw();
    }
  }

  /** The next key that does something; null at the end of the input. */
  private @Nullable FlameKey key() {
    awaitKey();
    return keys.readBinding(map);
  }

  private void awaitKey() {
    while (keys.peekCharacter(RESIZE_MILLIS) == NonBlockingReader.READ_EXPIRED) {
      if (resized) {
        draw();
      }
    }
  }

  private void step(FlameKey key) {
    switch (key) {
      case UP -> walk = walk.up();
      case DOWN -> walk = walk.down();
      case LEFT -> walk = walk.left();
      case RIGHT -> walk = walk.right();
      case ZOOM -> walk = walk.zoom();
      case OUT -> walk = walk.out();
      case NEXT -> walk = walk.next();
      case PREVIOUS -> walk = walk.previous();
      case SEARCH -> search();
      case TYPE -> {
        type = (type + 1) % graphs.sampleTypes().size();
        walk = walk.in(graphs.graph().apply(type));
      }
      case HELP -> {
        update(painter.help(columns()));
        keys.readCharacter();
      }
      case QUIT -> {}
    }
  }

  private void search() {
    SearchLine line = new SearchLine();
    do {
      message = PROMPT + line.text();
      draw();
      awaitKey();
    } while (line.type(keys.readCharacter()));
    message = "";
    if (line.isDone() && !line.text().isEmpty()) {
      try {
        walk = walk.search(Pattern.compile(line.text()));
      } catch (PatternSyntaxException e) {
        message = String.valueOf(e.getMessage());
      }
    }
  }

  private void draw() {
    if (resized) {
      resized = false;
      display.resize(rows(), columns());
      display.clear();
      walk = walk.resized(columns());
    }
    update(painter.lines(walk, rows(), columns(), message));
  }

  /** Shows lines from the top of the screen. */
  private void update(List<AttributedString> lines) {
    List<AttributedString> all = new ArrayList<>(lines.subList(0, Math.min(lines.size(), rows())));
    while (all.size() < rows()) {
      all.add(AttributedString.EMPTY);
    }
    display.update(all, -1);
  }

  private int rows() {
    return Math.max(1, terminal.getHeight());
  }

  private int columns() {
    return Math.max(1, terminal.getWidth());
  }
}
