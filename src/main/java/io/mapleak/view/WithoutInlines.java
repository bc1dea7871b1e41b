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
    return Derived.withLocations(
        profile, columns.table(), profile.functions(), unflagged(profile.mappings()));
  }

  private static MappingTable unflagged(MappingTable old) {
    int size = old.size();
    long[] ids = new long[size];
    long[] starts = new long[size];
    long[] limits = new long[size];
    long[] offsets = new long[size];
    String[] files = new String[size];
    String[] buildIds = new String[size];
    int[] flags = new int[size];
    for (int mapping = 0; mapping < size; mapping++) {
      ids[mapping] = old.id(mapping);
      starts[mapping] = old.start(mapping);
      limits[mapping] = old.limit(mapping);
      offsets[mapping] = old.offset(mapping);
      files[mapping] = old.file(mapping);
      buildIds[mapping] = old.buildId(mapping);
      flags[mapping] = old.flags(mapping) & ~MappingTable.HAS_INLINE_FRAMES;
    }
    return new MappingTable(ids, starts, limits, offsets, files, buildIds, flags);
  }
}
