package io.mapleak.report;

/** Fits the name of a Go function into columns. */
final class SymbolName {
  private SymbolName() {}

  /**
   * The name in full where it fits; else without elements in the middle of its package path, as in
   * {@code example.com/.../session.(*Store).put}; else cut in its middle.
   */
  static String fit(String name, int width, String ellipsis) {
    int pathEnd = pathEnd(name);
    if (PlainText.columns(name) <= width || pathEnd < 0) {
      return TextFit.middle(name, width, ellipsis);
    }
    String head = name.substring(0, name.indexOf('/') + 1) + ellipsis;
    int rest = name.indexOf('/', name.indexOf('/') + 1);
    while (rest >= 0 && rest <= pathEnd) {
      String shorter = head + name.substring(rest);
      if (PlainText.columns(shorter) <= width) {
        return shorter;
      }
      rest = name.indexOf('/', rest + 1);
    }
    String last = ellipsis + name.substring(pathEnd);
    return TextFit.middle(last, width, ellipsis);
  }

  /**
   * The name in full where it fits; else without the folders of package and file, as in {@code
   * session.(*Store).put store.go:12}; else that cut in its middle.
   */
  static String fitShort(String name, int width, String ellipsis) {
    if (PlainText.columns(name) <= width) {
      return name;
    }
    StringBuilder brief = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      brief.append(brief.length() == 0 ? "" : " ").append(word.substring(pathEnd(word) + 1));
    }
    return TextFit.middle(brief.toString(), width, ellipsis);
  }

  /** The path of the package: {@code a.org/x/shop} of {@code a.org/x/shop.(*Store).put}. */
  static String packagePath(String name) {
    int dot = name.indexOf('.', pathEnd(name) + 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Last slash of the package path; those of type arguments and receivers come later. */
  private static int pathEnd(String name) {
    int end = name.length();
    for (char c : new char[] {'[', '(', '{', ' '}) {
      int at = name.indexOf(c);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return name.lastIndexOf('/', end);
  }
}
