package io.mapleak.view;

import io.mapleak.profile.LocationTable;
import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;

/** The option noinlines: of a location only the outermost line (profile/profile.go: Aggregate). */
final class WithoutInlines {
  private WithoutInlines() {}

  /** The profile as a report by {@code options} sees it. */
  static Profile of(Profile profile, ReportOptions options) {
    if (!options.noInlines()) {
      return profile;
    }
    LocationTable old = profile.locations();
    LocationColumns columns = new LocationColumns(old.size(), old.lineCount());
    for (int location = 0; location < old.size(); location++) {
      columns.copy(old, location, Math.max(old.lineStart(location), old.lineEnd(location) - 1));
    }
    if (!options.columns()) {
      columns.dropColumns();
    }
    return Derived.withCode(
        profile, columns.table(), profile.functions(), unflagged(profile.mappings()));
  }

  private static MappingTable unflagged(MappingTable old) {
    MappingColumns columns = new MappingColumns(old.size());
    for (int mapping = 0; mapping < old.size(); mapping++) {
      int flags = old.flags(mapping) & ~MappingTable.HAS_INLINE_FRAMES;
      columns.copy(old, mapping, old.id(mapping), old.file(mapping), flags);
    }
    return columns.table();
  }
}
