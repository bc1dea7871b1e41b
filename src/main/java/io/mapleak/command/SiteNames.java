package io.mapleak.command;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.JudgedSite;
import io.mapleak.analysis.SiteChoice;
import io.mapleak.site.MapSite;
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
    AnalysisResult result = new ReadOptions().analyze(inputs, false, surroundings, commandLine);
    return result.sites().stream().map(judged -> judged.site().id()).toList();
  }

  /** Those sites that a name means, as {@link SiteChoice} finds them. */
  static List<JudgedSite> matching(List<JudgedSite> sites, String name) {
    List<MapSite> found = SiteChoice.find(sites.stream().map(JudgedSite::site).toList(), name);
    return sites.stream().filter(judged -> found.contains(judged.site())).toList();
  }
}
