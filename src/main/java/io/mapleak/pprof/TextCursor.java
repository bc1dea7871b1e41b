package io.mapleak.pprof;

/** Reads the parts of one line of a text profile from left to right. */
final class TextCursor {
  private final TextLines lines;
  private final String text;
  private int position;

  /** Begins at the current line's first character that is not a blank. */
  TextCursor(TextLines lines) {
    this(lines, lines.text());
  }

  TextCursor(TextLines lines, String text) {
    this.lines = lines;
    this.text = text;
    blanks();
  }

  /** Passes over blanks. */
  void blanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  boolean atEnd() {
    return position == text.length();
  }

  /** Whether a word comes next. */
  boolean at(String word) {
    return text.startsWith(word, position);
  }

  /** Takes a word and the blanks after it if it comes next. */
  boolean take(String word) {
    if (!at(word)) {
      return false;
    }
    position += word.length();
    blanks();
    return true;
  }

  /** Takes a word that must come next. */
  void expect(String word) throws FormatException {
    if (!take(word)) {
      throw lines.fault("'" + word + "' is missing in column " + (position + 1));
    }
  }

  /** Takes a decimal number, and the blanks after it. */
  long number() throws FormatException {
    int start = position;
    if (position < text.length() && text.charAt(position) == '-') {
      position++;
    }
    while (position < text.length()
        && text.charAt(position) >= '0'
        && text.charAt(position) <= '9') {
      position++;
    }
    try {
      long number = Long.parseLong(text, start, position, 10);
      blanks();
      return number;
    } catch (NumberFormatException e) {
      throw lines.fault("a number of at most 64 bits is missing in column " + (start + 1));
    }
  }

  /** Takes an address, written 0x and hexadecimal digits, and the blanks after it. */
  long address() throws FormatException {
    int start = position;
    if (text.startsWith("0x", position)) {
      position += 2;
    }
    int digits = position;
    while (position < text.length() && Character.digit(text.charAt(position), 16) >= 0) {
      position++;
    }
    try {
      if (digits == start) {
        throw new NumberFormatException();
      }
      long address = Long.parseUnsignedLong(text, digits, position, 16);
      blanks();
      return address;
    } catch (NumberFormatException e) {
      throw lines.fault("an address of at most 64 bits is missing in column " + (start + 1));
    }
  }

  /** Takes everything up to the next blank, and the blanks after it. */
  String word() {
    int start = position;
    while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    String word = text.substring(start, position);
    blanks();
    return word;
  }

  /** What is left of the line, without blanks at its end. */
  String rest() {
    return text.substring(position).stripTrailing();
  }
}
