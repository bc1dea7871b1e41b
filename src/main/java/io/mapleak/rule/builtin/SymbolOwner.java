package io.mapleak.rule.builtin;

import io.mapleak.site.FunctionNames;

/** What a Go symbol belongs to. */
final class SymbolOwner {
  private SymbolOwner() {}

  /**
   * Receiver type of a method with its package, e.g. {@code session.Store} of {@code
   * session.(*Store).put}; the package of a function.
   */
  static String of(String function) {
    int dot = firstDot(function);
    if (dot < 0) {
      return function;
    }
    String rest = function.substring(dot + 1);
    if (rest.startsWith("(*")) {
      int end = rest.indexOf(')');
      return function.substring(0, dot) + "." + (end < 0 ? rest : rest.substring(2, end));
    }
    int next = nameEnd(rest);
    boolean method = next < rest.length() && !rest.startsWith(".func", next);
    return method && !rest.startsWith("func")
        ? function.substring(0, dot) + "." + rest.substring(0, next)
        : function.substring(0, dot);
  }

  /** End of the first name, its type arguments included: the position of a dot, or the length. */
  private static int nameEnd(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '.' && depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** The function without the closures in it: {@code p.f} of {@code p.f.func1.2}. */
  static String outermost(String function) {
    int at = function.indexOf(".func", Math.max(0, firstDot(function) + 1));
    return at < 0 ? function : function.substring(0, at);
  }

  /** The dot that ends the package, or -1. */
  private static int firstDot(String function) {
    int end = FunctionNames.packageOf(function).length();
    return end == function.length() ? -1 : end;
  }
}
