package io.mapleak.view;

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
    StringBuilder text = new StringBuilder();
    if (address != 0) {
      String hex = Long.toHexString(address);
      text.append("0".repeat(16 - hex.length())).append(hex);
    }
    append(text, name);
    if (line != 0) {
      append(text, file + ":" + line + (column == 0 ? "" : ":" + column));
    } else if (!file.isEmpty()) {
      append(text, file);
    } else if (name.isEmpty()) {
      append(text, binary.isEmpty() ? "<unknown>" : "[" + GoPath.base(binary) + "]");
    }
    return text.toString();
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

  private static void append(StringBuilder text, String part) {
    if (!part.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(part);
    }
  }
}
