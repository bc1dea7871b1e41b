package io.mapleak.source.syntax;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A declaration at the top of a file: a function or method, or a group of types, variables,
 * constants or imports. Its nodes are taken over from the parser when first asked for.
 */
public final class Declaration {
  private static final Pattern HEAD =
      Pattern.compile("func\\s*(?:\\([^)]*\\))?\\s*([\\p{L}_][\\p{L}\\p{N}_]*)");

  private final SourceText source;
  private final String kind;
  private final int start;
  private final int end;
  private final Supplier<Syntax> reader;
  private @Nullable Syntax syntax;

  Declaration(SourceText source, String kind, int start, int end, Supplier<Syntax> reader) {
    this.source = source;
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.reader = reader;
  }

  /** Kind of its node, e.g. {@code method_declaration}. */
  public String kind() {
    return kind;
  }

  /** Whether it is a function or a method. */
  public boolean isFunction() {
    return kind.equals("function_declaration") || kind.equals("method_declaration");
  }

  /** Name of a function or method; empty for other declarations. Costs no look into the tree. */
  public String name() {
    Matcher head = HEAD.matcher(isFunction() ? text() : "");
    return head.lookingAt() ? head.group(1) : "";
  }

  /** One of its lines, without the space around it; empty where there is none. */
  public String lineText(long line) {
    return text().lines().skip(Math.max(0, line - line())).findFirst().orElse("").strip();
  }

  /** Its tree. */
  public Syntax syntax() {
    Syntax known = syntax;
    if (known == null) {
      known = reader.get();
      syntax = known;
    }
    return known;
  }

  /** Offset of its first byte. */
  int start() {
    return start;
  }

  /** First line, from 1. */
  public int line() {
    return source.line(start);
  }

  /** Last line. */
  public int endLine() {
    return source.line(Math.max(start, end - 1));
  }

  /** Go text; costs no look into the tree. */
  public String text() {
    return source.between(start, end);
  }
}
