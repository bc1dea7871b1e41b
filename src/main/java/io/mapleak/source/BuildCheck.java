package io.mapleak.source;

import io.mapleak.source.syntax.Declaration;
import io.mapleak.source.syntax.GoFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether source is that of the build that a profile is of: each line must be in its function. */
final class BuildCheck {
  private final Map<String, List<Line>> expected = new HashMap<>();
  private final Map<GoFile, String> checked = new HashMap<>();
  private final Map<String, String> differing = new LinkedHashMap<>();

  private record Line(long line, String function) {}

  void expect(String file, long line, String function) {
    if (line > 0) {
      expected.computeIfAbsent(file, f -> new ArrayList<>()).add(new Line(line, function));
    }
  }

  /** Why a file can't be used for a line; empty when it can. */
  String difference(String file, long line, String function, GoFile source) {
    String difference = checked.computeIfAbsent(source, s -> first(file, s));
    if (difference.isEmpty()) {
      difference = difference(file, new Line(line, function), source);
    }
    if (!difference.isEmpty()) {
      differing.putIfAbsent(file, difference);
    }
    return difference;
  }

  /** What was found to differ, by file. */
  List<String> differences() {
    return differing.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private String first(String file, GoFile source) {
    for (Line line : expected.getOrDefault(file, List.of())) {
      String difference = difference(file, line, source);
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    return "";
  }

  private static String difference(String file, Line line, GoFile source) {
    Declaration declaration = source.at(line.line());
    boolean fits =
        declaration != null
            && isNamed(declaration, line.function())
            && isCode(declaration.lineText(line.line()));
    return fits
        ? ""
        : file
            + ":"
            + line.line()
            + " is not in "
            + line.function()
            + ": the source is of another build";
  }

  private static boolean isCode(String text) {
    return !text.isEmpty() && !text.startsWith("//");
  }

  /** Whether a declaration is the function of a symbol, or one that a closure of it stands in. */
  private static boolean isNamed(Declaration declaration, String symbol) {
    String plain = symbol.replaceAll("\\[.*\\]", "");
    String last = plain.substring(plain.lastIndexOf('/') + 1);
    if (!declaration.isFunction()) {
      return declaration.kind().equals("var_declaration")
          && (last.contains(".init") || last.contains(".glob.."));
    }
    String name = declaration.name();
    for (String part : last.split("[.()*-]", -1)) {
      if (part.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
