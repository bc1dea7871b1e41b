package io.mapleak.repl.flame;

import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** What keys do in a flame graph. */
enum FlameKey {
  UP("up, k", "to the caller"),
  DOWN("down, j", "to the heaviest callee"),
  LEFT("left, h", "to the frame before, in the same row"),
  RIGHT("right, l", "to the frame behind"),
  ZOOM("Enter", "the selected frame has the whole width"),
  OUT("Backspace, u", "and gives it back to its caller"),
  SEARCH("/", "finds functions by a regular expression"),
  NEXT("n", "to the next that was found"),
  PREVIOUS("N", "to the one before"),
  TYPE("s", "the next sample type"),
  HELP("?", "this page"),
  QUIT("q, Ctrl-C", "leaves");

  private final String keys;
  private final String duty;

  FlameKey(String keys, String duty) {
    this.keys = keys;
    this.duty = duty;
  }

  String keys() {
    return keys;
  }

  String duty() {
    return duty;
  }

  /** The keys of a terminal; arrows are told in several ways. */
  static KeyMap<FlameKey> map(Terminal terminal) {
    KeyMap<FlameKey> map = new KeyMap<>();
    arrow(map, terminal, UP, Capability.key_up, 'A', "k");
    arrow(map, terminal, DOWN, Capability.key_down, 'B', "j");
    arrow(map, terminal, RIGHT, Capability.key_right, 'C', "l");
    arrow(map, terminal, LEFT, Capability.key_left, 'D', "h");
    map.bind(ZOOM, "\r", "\n");
    map.bind(OUT, "\b", KeyMap.del(), "u");
    map.bind(SEARCH, "/");
    map.bind(NEXT, "n");
    map.bind(PREVIOUS, "N");
    map.bind(TYPE, "s");
    map.bind(HELP, "?");
    map.bind(QUIT, "q", KeyMap.ctrl('C'), KeyMap.ctrl('D'));
    return map;
  }

  private static void arrow(
      KeyMap<FlameKey> map,
      Terminal terminal,
      FlameKey key,
      Capability capability,
      char letter,
      String other) {
    String told = KeyMap.key(terminal, capability);
    if (told != null) {
      map.bind(key, told);
    }
    map.bind(key, "\u001b[" + letter, "\u001bO" + letter, other);
  }
}
