package io.mapleak.site;

import java.util.List;
import java.util.Locale;

/**
 * What a function's own name tells of what it allocates. A map grows where an entry is assigned, in
 * functions called Put, Add, register, handle; constructors, readers and encoders allocate buffers.
 * A weak sign, but for a lone block there is hardly another.
 */
public final class FunctionNames {
  private static final List<String> STARTS =
      List.of(
          "new",
          "make",
          "init",
          "alloc",
          "grow",
          "append",
          "read",
          "write",
          "encode",
          "decode",
          "marshal",
          "unmarshal",
          "compress",
          "copy",
          "clone",
          "open",
          "main",
          "resize",
          "reserve",
          "expand",
          "flush");

  private static final List<String> PARTS =
      List.of("buf", "page", "slab", "chunk", "arena", "pool", "ring", "queue", "slice", "array");

  private FunctionNames() {}

  /** Whether the name is one of a function that makes, fills or grows buffers. */
  static boolean makesBuffers(String function) {
    String name = baseName(function).toLowerCase(Locale.ROOT);
    for (String start : STARTS) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    for (String part : PARTS) {
      if (name.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Package of a function by its import path, e.g. {@code net/http} of {@code net/http.(*T).M}. */
  public static String packageOf(String function) {
    int bracket = function.indexOf('[');
    int slash = function.lastIndexOf('/', bracket < 0 ? function.length() : bracket);
    int dot = function.indexOf('.', slash + 1);
    return dot < 0 ? function : function.substring(0, dot);
  }

  /** The declared function's name: {@code Add} of {@code a/b.(*Cache[go.shape.int]).Add.func1}. */
  static String baseName(String function) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < function.length(); i++) {
      char c = function.charAt(i);
      depth += c == '[' ? 1 : 0;
      if (depth == 0) {
        plain.append(c);
      }
      depth -= c == ']' ? 1 : 0;
    }
    String[] parts = plain.substring(plain.lastIndexOf("/") + 1).split("\\.", -1);
    int last = parts.length - 1;
    while (last > 1 && isClosure(parts[last])) {
      last--;
    }
    return parts[last];
  }

  private static boolean isClosure(String part) {
    String name =
        part.startsWith("gowrap")
            ? part.substring(6)
            : part.startsWith("func") ? part.substring(4) : part;
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isDigit(name.charAt(i)) && name.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }
}
