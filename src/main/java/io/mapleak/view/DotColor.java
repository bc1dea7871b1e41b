package io.mapleak.view;

/**
 * Colours of nodes and calls (internal/graph/dotgraph.go: dotColor): red for what grows, green for
 * what shrinks, grey for what is small.
 */
final class DotColor {
  /** Makes small values of either sign easier to tell apart. */
  private static final double EXPONENT = 1.0 - 0.7;

  /** Parts below it fade to grey. */
  private static final double FADING = 0.2;

  private DotColor() {}

  /** A dark colour, for lines and text. */
  static String line(double part) {
    return color(part, 1.0, 0.7);
  }

  /** A light one, for backgrounds. */
  static String background(double part) {
    return color(part, 0.1, 0.93);
  }

  private static String color(double part, double fullSaturation, double value) {
    double score = Math.max(-1.0, Math.min(1.0, part));
    double saturation = fullSaturation;
    if (Math.abs(score) < FADING) {
      saturation *= Math.abs(score) / FADING;
    }
    if (score > 0) {
      score = StrictMath.pow(score, EXPONENT);
    } else if (score < 0) {
      score = -StrictMath.pow(-score, EXPONENT);
    }
    double red = score < 0 ? value * (1 + saturation * score) : value;
    double green = score < 0 ? value : value * (1 - saturation * score);
    return "#" + hex(red) + hex(green) + hex(value * (1 - saturation));
  }

  private static String hex(double channel) {
    int number = (int) (channel * 255.0) & 0xff;
    return (number < 16 ? "0" : "") + Integer.toHexString(number);
  }
}
