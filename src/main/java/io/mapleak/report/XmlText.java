package io.mapleak.report;

/** Makes text of a profile safe inside XML, between tags or in a quoted attribute. */
final class XmlText {
  private XmlText() {}

  /** Plain text whose markup is escaped; characters that XML 1.0 has none of are left out. */
  static String of(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    PlainText.of(text).chars().forEach(c -> append(xml, (char) c));
    return xml.toString();
  }

  private static void append(StringBuilder xml, char c) {
    switch (c) {
      case '&' -> xml.append("&amp;");
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '"' -> xml.append("&quot;");
      case '\'' -> xml.append("&#39;");
      case '\ufffe', '\uffff' -> {}
      default -> xml.append(c);
    }
  }
}
