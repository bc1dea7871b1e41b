package io.mapleak.pprof;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables of a memory map: a line {@code name=value} lets later lines write {@code $name}.
 */
final class MapVariables {
  /** 16: memory maps seen have one or two; every line is searched for each. */
  private static final int MOST = 16;

  private final Map<String, String> values = new LinkedHashMap<>();

  /** Keeps a definition; a line that is none is passed over. */
  void define(TextLines lines, String text) throws FormatException {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return;
    }
    if (values.size() == MOST) {
      throw lines.fault("the memory map has more than " + MOST + " variables");
    }
    values.put("$" + text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  /** The current line without the prefix of a log, with values in place of variables. */
  String replace(TextLines lines) throws FormatException {
    String text = withoutLogPrefix(lines.text());
    for (Map.Entry<String, String> variable : values.entrySet()) {
      text = text.replace(variable.getKey(), variable.getValue());
      if (text.length() > TextLines.LONGEST) {
        throw lines.fault(
            "a line has more than " + TextLines.LONGEST + " characters with its variables");
      }
    }
    return text;
  }

  /** A log line begins {@code ... file:line] }. */
  private static String withoutLogPrefix(String text) {
    int bracket = text.indexOf(']');
    int digits = bracket;
    while (digits > 0 && Character.isDigit(text.charAt(digits - 1))) {
      digits--;
    }
    boolean prefix =
        bracket > 0
            && digits < bracket
            && digits > 1
            && text.charAt(digits - 1) == ':'
            && text.lastIndexOf('[', bracket) < 0
            && bracket + 1 < text.length()
            && Character.isWhitespace(text.charAt(bracket + 1));
    return prefix ? text.substring(bracket + 2) : text;
  }
}
