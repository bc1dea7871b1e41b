package io.mapleak.view;

import java.util.ArrayList;
import java.util.List;

/**
 * What is cut off the source paths of a profile, and where sources are looked for
 * (internal/report/source.go: trimPath). Both are lists of folders joined by colons.
 *
 * @param trim prefixes to cut; empty: paths are cut after the name of one of the searched folders
 * @param search folders of sources
 * @param cuts whether anything is cut off paths that are shown
 */
public record SourcePaths(String trim, String search, boolean cuts) {
  /** Nothing is asked for. */
  public static final SourcePaths NONE = new SourcePaths("", "", true);

  /** Paths are shown as they are. */
  static final SourcePaths UNCUT = new SourcePaths("", "", false);

  /** Bazel builds run there, which says nothing. */
  private static final List<String> ALWAYS_CUT = List.of("/proc/self/cwd/./", "/proc/self/cwd/");

  /** The path without what is to be cut. */
  public String cut(String path) {
    if (trim.isEmpty()) {
      for (String folder : split(search)) {
        String name = "/" + GoPath.base(folder) + "/";
        int found = path.indexOf(name);
        if (found >= 0) {
          return path.substring(found + name.length());
        }
      }
    }
    List<String> prefixes = new ArrayList<>(split(trim));
    prefixes.addAll(ALWAYS_CUT);
    for (String prefix : prefixes) {
      String folder = prefix.endsWith("/") ? prefix : prefix + "/";
      if (path.startsWith(folder)) {
        return path.substring(folder.length());
      }
    }
    return path;
  }

  /** The path of a node: what is left, as short as it can be written; empty when nothing is. */
  String shown(String path) {
    String left = path.isEmpty() || !cuts ? path : cut(path);
    return left.isEmpty() ? "" : GoPath.clean(left);
  }

  private static List<String> split(String folders) {
    return folders.isEmpty() ? List.of() : List.of(folders.split(":", -1));
  }
}
