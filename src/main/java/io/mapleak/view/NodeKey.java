package io.mapleak.view;

import java.util.ArrayList;
import java.util.List;

/**
 * What makes a row of a report: frames with the same key are taken together. Absent texts are
 * empty, absent numbers 0. It is google/pprof's {@code NodeInfo} (internal/graph/graph.go).
 *
 * @param name function
 * @param address instruction address, unsigned
 * @param file source file, cleaned
 * @param startLine line of the function's declaration, for a function without a name only
 * @param line source line
 * @param column source column
 * @param binary path of the mapped binary, for a function without a name only
 */
record NodeKey(
    String name, long address, String file, long startLine, long line, long column, String binary) {
  static NodeKey function(String name) {
    return new NodeKey(name, 0, "", 0, 0, 0, "");
  }

  /** The key as a report shows it, e.g. {@code main.put store.go:12}. */
  String printableName() {
    if (address == 0 && line == 0 && file.isEmpty() && !name.isEmpty()) {
      return name;
    }
    return String.join(" ", parts());
  }

  /** The parts of the printable name, in order. */
  List<String> parts() {
    List<String> parts = new ArrayList<>(3);
    if (address != 0) {
      String hex = Long.toHexString(address);
      parts.add("0".repeat(16 - hex.length()) + hex);
    }
    if (!name.isEmpty()) {
      parts.add(name);
    }
    if (line != 0) {
      parts.add(file + ":" + line + (column == 0 ? "" : ":" + column));
    } else if (!file.isEmpty()) {
      parts.add(file);
    } else if (name.isEmpty()) {
      parts.add(binary.isEmpty() ? "<unknown>" : "[" + GoPath.base(binary) + "]");
    }
    return parts;
  }

  /** The key as Go prints the structure, which settles all other ties. */
  String goText() {
    return "{"
        + name
        + "  "
        + Long.toUnsignedString(address)
        + " "
        + file
        + " "
        + startLine
        + " "
        + line
        + " "
        + column
        + " "
        + binary
        + "}";
  }
}
