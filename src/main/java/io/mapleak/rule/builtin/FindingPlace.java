package io.mapleak.rule.builtin;

import io.mapleak.finding.Finding;
import io.mapleak.site.MapSite;

/** Where findings about map sites point. */
final class FindingPlace {
  private FindingPlace() {}

  static Finding.Place of(MapSite site) {
    return new Finding.Place(site.id(), site.at().function(), site.at().file(), site.at().line());
  }
}
