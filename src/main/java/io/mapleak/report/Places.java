package io.mapleak.report;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.InputReport;
import java.util.List;

/** Names for the place that the profiles of a result come from. */
final class Places {
  private Places() {}

  /** Paths of the steps, in time order. */
  static List<String> steps(AnalysisResult result) {
    int steps = Math.min(result.profileTimes().size(), result.inputs().size());
    return result.inputs().subList(0, steps).stream().map(InputReport::path).toList();
  }

  /**
   * The argument that names all profiles at once: their folder, or the only file; empty when there
   * is none.
   */
  static String argument(AnalysisResult result) {
    List<String> paths = steps(result);
    if (paths.size() == 1) {
      return paths.get(0);
    }
    List<String> folders = paths.stream().map(Places::folder).distinct().toList();
    return folders.size() == 1 ? folders.get(0) : "";
  }

  /** A title for the profiles: name of their folder or file; empty when there is none. */
  static String title(AnalysisResult result) {
    String argument = argument(result);
    if (argument.equals("-")) {
      return "standard input";
    }
    return argument.equals(".") || argument.equals("..") ? "" : fileName(argument);
  }

  private static String folder(String path) {
    int slash = separator(path);
    return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
  }

  static String fileName(String path) {
    return path.substring(separator(path) + 1);
  }

  private static int separator(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }
}
