package io.mapleak.gomap.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a type: names (with package, or with its whole import path as symbols of a profile
 * have it), numbers, quoted text and punctuation. A line end counts as {@code ;}; comments as
 * nothing.
 */
final class TypeTokens {
  /** Kinds of words. */
  enum Kind {
    NAME,
    NUMBER,
    QUOTED,
    PUNCTUATION,
    LINE_END,
    END
  }

  /**
   * A word.
   *
   * @param start its first character, from 0
   * @param end behind its last
   */
  record Token(Kind kind, String text, int start, int end) {
    int column() {
      return start + 1;
    }

    boolean is(String punctuation) {
      return kind == Kind.PUNCTUATION && text.equals(punctuation);
    }

    /** As people are told of it. */
    String shown() {
      return switch (kind) {
        case END -> "the end";
        case LINE_END -> "a line end";
        default -> "'" + text + "'";
      };
    }
  }

  private static final String SINGLE = "[](){}*,;~|&=";

  private final String text;
  private int at;

  private TypeTokens(String text) {
    this.text = text;
  }

  /** All words of the text, an END behind the last. */
  static List<Token> of(String text) throws TypeException {
    TypeTokens tokens = new TypeTokens(text);
    List<Token> all = new ArrayList<>();
    Token token;
    do {
      token = tokens.next();
      all.add(token);
    } while (token.kind() != Kind.END);
    return all;
  }

  private Token next() throws TypeException {
    skipBlanks();
    int start = at;
    if (start == text.length()) {
      return new Token(Kind.END, "", start, start);
    }
    char c = text.charAt(start);
    if (c == '\n') {
      return token(Kind.LINE_END, start, start + 1);
    }
    if (Character.isJavaIdentifierStart(c)) {
      return token(Kind.NAME, start, nameEnd(start));
    }
    if (c >= '0' && c <= '9') {
      return token(Kind.NUMBER, start, wordEnd(start));
    }
    if (c == '`' || c == '"') {
      int end = text.indexOf(c, start + 1);
      if (end < 0) {
        throw new TypeException(start + 1, "a tag has no end");
      }
      return token(Kind.QUOTED, start, end + 1);
    }
    for (String longer : List.of("<-", "...")) {
      if (text.startsWith(longer, start)) {
        return token(Kind.PUNCTUATION, start, start + longer.length());
      }
    }
    if (SINGLE.indexOf(c) >= 0) {
      return token(Kind.PUNCTUATION, start, start + 1);
    }
    throw new TypeException(
        start + 1, "'" + Character.toString(text.codePointAt(start)) + "' is in no Go type");
  }

  private Token token(Kind kind, int start, int end) {
    at = end;
    return new Token(kind, text.substring(start, end), start, end);
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return;
      }
    }
  }

  /** The end of a name; a dot, slash or hyphen inside it belongs to an import path. */
  private int nameEnd(int start) {
    int end = wordEnd(start);
    while (end + 1 < text.length()
        && "./-".indexOf(text.charAt(end)) >= 0
        && Character.isJavaIdentifierPart(text.charAt(end + 1))) {
      end = wordEnd(end + 1);
    }
    return end;
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
