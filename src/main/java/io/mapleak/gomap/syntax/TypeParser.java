package io.mapleak.gomap.syntax;

import io.mapleak.gomap.syntax.TypeNode.Field;
import io.mapleak.gomap.syntax.TypeTokens.Kind;
import io.mapleak.gomap.syntax.TypeTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads a type (The Go Programming Language Specification, Types). */
final class TypeParser {
  /** Types nest no deeper than this: far more than people write, far less than the stack holds. */
  private static final int MAX_DEPTH = 200;

  private final String text;
  private final List<Token> tokens;
  private int at;
  private int depth;

  private TypeParser(String text) throws TypeException {
    this.text = text;
    tokens = TypeTokens.of(text);
  }

  /** The type that the text is, all of it. */
  static TypeNode parse(String text) throws TypeException {
    TypeParser parser = new TypeParser(text);
    parser.skipLineEnds();
    TypeNode type = parser.type();
    parser.skipLineEnds();
    if (parser.peek().kind() != Kind.END) {
      throw parser.unexpected("the end");
    }
    return type;
  }

  private TypeNode type() throws TypeException {
    if (++depth > MAX_DEPTH) {
      throw new TypeException(peek().column(), "types nest deeper than " + MAX_DEPTH);
    }
    Token first = take();
    TypeNode type =
        switch (first.kind()) {
          case NAME -> word(first);
          case PUNCTUATION -> composed(first);
          default -> throw wrong(first, "a type");
        };
    depth--;
    return type;
  }

  private TypeNode composed(Token first) throws TypeException {
    int column = first.column();
    return switch (first.text()) {
      case "*" -> new TypeNode.Pointer(column, type());
      case "[" -> bracketed(column);
      case "<-" -> {
        Token word = take();
        if (word.kind() != Kind.NAME || !word.text().equals("chan")) {
          throw wrong(word, "chan");
        }
        yield new TypeNode.Chan(column, type());
      }
      case "(" -> {
        TypeNode inner = type();
        expect(")");
        yield inner;
      }
      default -> throw wrong(first, "a type");
    };
  }

  private TypeNode bracketed(int column) throws TypeException {
    if (takeIf("]")) {
      return new TypeNode.Slice(column, type());
    }
    Token number = take();
    if (number.kind() != Kind.NUMBER) {
      throw wrong(number, "the array's length as a number, or ']'");
    }
    expect("]");
    return new TypeNode.Array(column, length(number), type());
  }

  /** A length in one of Go's notations of whole numbers. */
  private static long length(Token number) throws TypeException {
    try {
      String digits = number.text().replace("_", "").replaceFirst("^0[oO]", "0");
      return digits.matches("0[bB].*")
          ? Long.parseLong(digits.substring(2), 2)
          : Long.decode(digits);
    } catch (NumberFormatException e) {
      throw new TypeException(
          number.column(), "'" + number.text() + "' is no length that an array can have");
    }
  }

  private TypeNode word(Token word) throws TypeException {
    int column = word.column();
    return switch (word.text()) {
      case "map" -> map(column);
      case "chan" -> {
        takeIf("<-");
        yield new TypeNode.Chan(column, type());
      }
      case "func" -> {
        skipNested("(", ")");
        if (peek().is("(")) {
          skipNested("(", ")");
        } else if (beginsType(peek())) {
          type();
        }
        yield new TypeNode.Func(column);
      }
      case "interface" -> {
        skipNested("{", "}");
        yield new TypeNode.Interface(column);
      }
      case "struct" -> struct(column);
      default -> {
        if (peek().is("[") && !peekAt(1).is("]")) {
          skipNested("[", "]");
        }
        yield new TypeNode.Name(column, word.text());
      }
    };
  }

  private TypeNode map(int column) throws TypeException {
    expect("[");
    int keyStart = peek().start();
    TypeNode key = type();
    String keyText = text.substring(keyStart, tokens.get(at - 1).end());
    expect("]");
    int elemStart = peek().start();
    TypeNode elem = type();
    String elemText = text.substring(elemStart, tokens.get(at - 1).end());
    return new TypeNode.MapOf(column, key, keyText, elem, elemText);
  }

  private TypeNode struct(int column) throws TypeException {
    expect("{");
    List<Field> fields = new ArrayList<>();
    while (true) {
      while (peek().is(";") || peek().kind() == Kind.LINE_END) {
        at++;
      }
      if (takeIf("}")) {
        return new TypeNode.Struct(column, fields);
      }
      fields(fields);
      if (peek().kind() == Kind.QUOTED) {
        at++;
      }
      if (!peek().is(";") && !peek().is("}") && peek().kind() != Kind.LINE_END) {
        throw unexpected("';' or '}'");
      }
    }
  }

  /** Fields of one type: {@code a, b T}, or an embedded {@code T} or {@code *T}. */
  private void fields(List<Field> fields) throws TypeException {
    Token first = peek();
    Token second = peekAt(1);
    boolean embedded =
        first.kind() != Kind.NAME
            || second.is(";")
            || second.is("}")
            || second.kind() == Kind.QUOTED
            || second.kind() == Kind.LINE_END;
    if (embedded) {
      if (first.kind() != Kind.NAME && !first.is("*")) {
        throw unexpected("a field");
      }
      fields.add(new Field(false, type()));
      return;
    }
    List<Boolean> blanks = new ArrayList<>();
    do {
      Token name = take();
      if (name.kind() != Kind.NAME) {
        throw wrong(name, "a field's name");
      }
      blanks.add(name.text().equals("_"));
    } while (takeIf(","));
    TypeNode type = type();
    for (boolean blank : blanks) {
      fields.add(new Field(blank, type));
    }
  }

  private static boolean beginsType(Token token) {
    return token.kind() == Kind.NAME || token.is("*") || token.is("[") || token.is("<-");
  }

  /** Passes over what stands between two brackets, whatever it is. */
  private void skipNested(String open, String close) throws TypeException {
    Token begin = peek();
    expect(open);
    int level = 1;
    while (level > 0) {
      Token token = take();
      if (token.kind() == Kind.END) {
        throw new TypeException(begin.column(), "'" + open + "' has no '" + close + "'");
      }
      level += token.is(open) ? 1 : token.is(close) ? -1 : 0;
    }
  }

  private void skipLineEnds() {
    while (peek().kind() == Kind.LINE_END) {
      at++;
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token peekAt(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  private Token take() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  private boolean takeIf(String punctuation) {
    boolean there = peek().is(punctuation);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String punctuation) throws TypeException {
    Token token = take();
    if (!token.is(punctuation)) {
      throw wrong(token, "'" + punctuation + "'");
    }
  }

  private TypeException unexpected(String wanted) {
    return wrong(peek(), wanted);
  }

  private static TypeException wrong(Token token, String wanted) {
    return new TypeException(
        token.column(), "there should be " + wanted + " instead of " + token.shown());
  }
}
