package io.mapleak.report;

import io.mapleak.view.CallTree;
import io.mapleak.view.FlameGraph;
import io.mapleak.view.FlameLayout;
import io.mapleak.view.FlameLayout.Cell;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A flame graph as one SVG file that needs nothing else: the root on top, a tooltip for each frame,
 * and a script that zooms and searches where scripts are run.
 */
public final class FlameSvg {
  /** Units of the layout in a pixel. */
  private static final int UNITS = 10;

  /** Width of the drawing in pixels; a browser scales it to its window. */
  private static final int WIDTH = 1200;

  private static final int MARGIN = 10;
  private static final int ROW = 18;
  private static final int LINE = 16;

  /** Frames of one file: above it browsers get slow and files big, about 3 MB. */
  private static final int MOST_FRAMES = 10_000;

  /** Pixels of a letter of a monospaced font of 12 pixels, rounded up. */
  private static final double LETTER = 7.23;

  /** A name of fewer letters tells nothing. */
  private static final int LEAST_LETTERS = 3;

  private static final int TEXT_INSET = 3;
  private static final int TEXT_BASE = 13;

  private final FlameGraph graph;
  private final CallTree tree;
  private final FlameLayout layout;
  private final StringBuilder text = new StringBuilder(1 << 16);

  private FlameSvg(FlameGraph graph) {
    this.graph = graph;
    this.tree = graph.tree();
    this.layout =
        FlameLayout.of(tree, CallTree.ROOT, (WIDTH - 2 * MARGIN) * UNITS, UNITS, MOST_FRAMES);
  }

  /** Draws a graph. */
  public static String of(FlameGraph graph) {
    FlameSvg svg = new FlameSvg(graph);
    List<String> head = svg.head();
    int top = MARGIN + (head.size() + 1) * LINE;
    int height = top + svg.layout.rows().size() * ROW + MARGIN;
    svg.begin(height);
    svg.texts(head);
    svg.frames(top);
    svg.end();
    return svg.text.toString();
  }

  /** The lines above the frames. */
  private List<String> head() {
    List<String> head = new ArrayList<>();
    head.add(
        tree.name(CallTree.ROOT)
            + ": "
            + graph.label(CallTree.ROOT)
            + ", "
            + graph.share(CallTree.ROOT)
            + (tree.isSigned() ? "; red grew, green shrank" : ""));
    graph.filters().forEach(filter -> head.add("filter: " + filter));
    String leftOut = FlameText.leftOut(graph, layout).strip();
    if (!leftOut.isEmpty()) {
      head.add(leftOut);
    }
    return head;
  }

  private void begin(int height) {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" viewBox=\"0 0 ")
        .append(WIDTH + " " + height)
        .append("\" preserveAspectRatio=\"xMidYMin\">\n<style>\n")
        .append(resource("flame.css"))
        .append("</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
  }

  private void texts(List<String> head) {
    int y = MARGIN + TEXT_BASE;
    for (String line : head) {
      text(MARGIN, y, "", XmlText.of(line));
      y += LINE;
    }
    text(MARGIN, y, "id=\"details\" ", "");
    text(WIDTH - MARGIN, MARGIN + TEXT_BASE, "id=\"search\" style=\"display:none\" ", "search");
    text(WIDTH - MARGIN, y, "id=\"reset\" style=\"display:none\" ", "reset zoom");
  }

  private void text(int x, int y, String attributes, String words) {
    text.append("<text ").append(attributes).append("x=\"").append(x).append("\" y=\"").append(y);
    text.append("\">").append(words).append("</text>\n");
  }

  private void frames(int top) {
    text.append("<g id=\"frames\">\n");
    for (List<Cell> row : layout.rows()) {
      for (Cell cell : row) {
        frame(cell, top + cell.row() * ROW);
      }
    }
    text.append("</g>\n");
  }

  private void frame(Cell cell, int y) {
    int node = cell.node();
    int left = MARGIN * UNITS + cell.left();
    text.append("<g><title>").append(XmlText.of(tree.name(node))).append('\n');
    text.append(XmlText.of(graph.label(node) + ", " + graph.share(node))).append("</title>");
    text.append("<rect x=\"").append(pixels(left)).append("\" y=\"").append(y);
    text.append("\" width=\"").append(pixels(cell.width())).append("\" height=\"").append(ROW - 1);
    text.append("\" fill=\"#").append(hex(FlameColor.of(tree, node))).append("\"/>");
    int letters = (int) ((cell.width() / (double) UNITS - 2 * TEXT_INSET) / LETTER);
    if (letters >= LEAST_LETTERS) {
      text.append("<text x=\"").append(pixels(left + TEXT_INSET * UNITS));
      text.append("\" y=\"").append(y + TEXT_BASE).append("\">");
      String name = PlainText.of(tree.name(node));
      text.append(XmlText.of(SymbolName.fitShort(name, letters, "\u2026"))).append("</text>");
    }
    text.append("</g>\n");
  }

  private void end() {
    text.append("<script><![CDATA[\n")
        .append(resource("flame.js"))
        .append("]]></script>\n</svg>\n");
  }

  private static String pixels(int units) {
    int rest = units % UNITS;
    return rest == 0 ? "" + units / UNITS : units / UNITS + "." + rest;
  }

  private static String hex(int rgb) {
    return String.format(Locale.ROOT, "%06x", rgb);
  }

  private static String resource(String name) {
    try (InputStream in = FlameSvg.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
