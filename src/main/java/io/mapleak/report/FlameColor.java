package io.mapleak.report;

import io.mapleak.view.CallTree;

/**
 * Colours of a flame graph, as 0xRRGGBB, all light enough for black text. They depend on nothing
 * but the node: in a difference on how much it grew or shrank, else on the package and the
 * function.
 */
public final class FlameColor {
  private static final int HUES = 360;
  private static final double SATURATION = 0.62;

  /** Lightness of the darkest function of a package, and of the others above it. */
  private static final double DARKEST = 0.66;

  private static final double STEP = 0.05;
  private static final int SHADES = 3;

  /** What every channel but one loses when all of a node grew or shrank. */
  private static final int STRONGEST_CHANGE = 150;

  private static final int UNCHANGED = 0xf0;

  private FlameColor() {}

  /** The colour of a node. */
  public static int of(CallTree tree, int node) {
    return tree.isSigned()
        ? ofChange(tree.value(node), tree.weight(node))
        : ofName(tree.name(node));
  }

  /** One hue for a package, a few shades for its functions. */
  static int ofName(String name) {
    int hue = Math.floorMod(mixed(SymbolName.packagePath(name)), HUES);
    double lightness = DARKEST + STEP * Math.floorMod(mixed(name), SHADES);
    double chroma = (1 - Math.abs(2 * lightness - 1)) * SATURATION;
    return channel(hue, 0, lightness, chroma) << 16
        | channel(hue, 8, lightness, chroma) << 8
        | channel(hue, 4, lightness, chroma);
  }

  /** Red for what grew, green for what shrank, the stronger the less took back of it. */
  static int ofChange(long value, long weight) {
    double part = weight == 0 ? 0 : Math.max(-1, Math.min(1, (double) value / weight));
    int loss = (int) Math.round(STRONGEST_CHANGE * Math.abs(part));
    int other = UNCHANGED - loss;
    return part > 0 ? UNCHANGED << 16 | other << 8 | other : other << 16 | UNCHANGED << 8 | other;
  }

  /** String.hashCode is the same everywhere, but names that differ in their end lie close. */
  private static int mixed(String text) {
    int hash = text.hashCode() * 0x9E3779B9; // Knuth's multiplicative hash
    return hash ^ hash >>> 15;
  }

  /** A channel of HSL (CSS Color 4, section 7.1): offset 0 is red, 8 green, 4 blue. */
  private static int channel(int hue, int offset, double lightness, double chroma) {
    double k = (offset + hue / 30.0) % 12;
    double level = lightness - chroma / 2 * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
    return (int) Math.round(255 * level);
  }
}
