package io.mapleak.view;

import java.util.ArrayList;
import java.util.List;

/** Paths of a profile, cut as Go's {@code path/filepath} does on Unix. */
final class GoPath {
  private GoPath() {}

  /** The last element; {@code .} of an empty path. */
  static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /** The shortest path that means the same, without asking the file system. */
  static String clean(String path) {
    if (isClean(path)) {
      return path;
    }
    boolean rooted = path.startsWith("/");
    List<String> kept = new ArrayList<>();
    for (int start = 0; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String element = path.substring(start, end);
      start = end + 1;
      boolean canGoUp = !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..");
      if (element.equals("..") && canGoUp) {
        kept.remove(kept.size() - 1);
      } else if (!element.isEmpty() && !element.equals(".") && !(element.equals("..") && rooted)) {
        kept.add(element);
      }
    }
    String joined = String.join("/", kept);
    if (rooted) {
      return "/" + joined;
    }
    return joined.isEmpty() ? "." : joined;
  }

  /** Whether nothing can be cut for sure: no empty element and none that begins with a dot. */
  private static boolean isClean(String path) {
    return !path.isEmpty()
        && path.charAt(0) != '.'
        && !path.contains("//")
        && !path.contains("/.")
        && (!path.endsWith("/") || path.length() == 1);
  }
}
