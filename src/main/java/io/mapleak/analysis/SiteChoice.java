package io.mapleak.analysis;

import io.mapleak.site.CodeLine;
import io.mapleak.site.MapSite;
import java.util.List;

/** Finds the map site that a user names. */
public final class SiteChoice {
  private SiteChoice() {}

  /**
   * Sites that a name fits: all of one id, else all at {@code FUNC:LINE} or {@code FILE:LINE}, else
   * all of a function, the end of whose name is enough.
   */
  public static List<MapSite> find(List<MapSite> sites, String name) {
    List<MapSite> byId = sites.stream().filter(site -> site.id().equals(name)).toList();
    if (!byId.isEmpty()) {
      return byId;
    }
    List<MapSite> exact = sites.stream().filter(site -> isAt(site.at(), name)).toList();
    return exact.isEmpty()
        ? sites.stream().filter(site -> endsWith(site.at(), name)).toList()
        : exact;
  }

  /** Whether a name means this line. */
  static boolean isAt(CodeLine at, String name) {
    return name.equals(at.function())
        || name.equals(at.function() + ":" + at.line())
        || name.equals(at.file() + ":" + at.line());
  }

  private static boolean endsWith(CodeLine at, String name) {
    return isTail(at.function(), name)
        || isTail(at.function() + ":" + at.line(), name)
        || isTail(at.file() + ":" + at.line(), name);
  }

  /** Whether a name is the end of another, cut at a separator. */
  private static boolean isTail(String whole, String name) {
    int at = whole.length() - name.length();
    return at > 0 && whole.endsWith(name) && "/.".indexOf(whole.charAt(at - 1)) >= 0;
  }
}
