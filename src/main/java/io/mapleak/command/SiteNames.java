package io.mapleak.command;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.JudgedSite;
import io.mapleak.site.MapSite;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Names of map sites, as users give them and as they are completed. */
public final class SiteNames {
  private SiteNames() {}

  /** The ids of all sites of some inputs, biggest first as {@code sites} lists them. */
  public static List<String> of(
      List<String> inputs, Surroundings surroundings, CommandLine commandLine) {
    if (inputs.isEmpty()) {
      return List.of();
    }
    AnalysisResult result = new ReadOptions().analyze(inputs, surroundings, commandLine);
    return result.sites().stream().map(judged -> judged.site().id()).toList();
  }

  /** The sites that a name may mean: an id, FUNC:LINE, FILE:LINE or a function's name. */
  static List<JudgedSite> matching(List<JudgedSite> sites, String name) {
    List<JudgedSite> matching = new ArrayList<>();
    for (JudgedSite judged : sites) {
      MapSite site = judged.site();
      String line = ":" + site.at().line();
      if (site.id().equals(name)) {
        return List.of(judged);
      }
      if (endsWith(site.at().function(), name, "/.")
          || endsWith(site.at().function() + line, name, "/.")
          || endsWith(site.at().file() + line, name, "/")) {
        matching.add(judged);
      }
    }
    return matching;
  }

  private static boolean endsWith(String whole, String end, String separators) {
    int before = whole.length() - end.length() - 1;
    return whole.endsWith(end) && (before < 0 || separators.indexOf(whole.charAt(before)) >= 0);
  }
}
