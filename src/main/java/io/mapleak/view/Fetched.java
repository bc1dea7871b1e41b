package io.mapleak.view;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;
import java.util.Arrays;
import java.util.List;

/**
 * What google/pprof does to a profile between reading it and any report (internal/driver/fetch.go).
 * Symbols are never looked up in binaries, and mangled C++ and Rust names stay as they are.
 */
public final class Fetched {
  private Fetched() {}

  /**
   * The profile as reports see it, in pprof's order: a mapping where there is none, simplified
   * function names, frames dropped that the profile asks to drop, no URLs as names of binaries. A
   * profile that needs none of it is returned itself.
   */
  public static Profile of(Profile profile) {
    return prepared(mapped(profile), false);
  }

  /**
   * Several profiles added, and others subtracted, as reports see them.
   *
   * @param profiles at least one
   * @param allFrames whether frames stay that the profile asks to drop
   */
  public static Profile of(List<Profile> profiles, Baseline baseline, boolean allFrames)
      throws IncompatibleProfilesException {
    return prepared(baseline.subtractedFrom(merged(profiles)), allFrames);
  }

  static Profile merged(List<Profile> profiles) throws IncompatibleProfilesException {
    List<Profile> alike = CommonTypes.of(profiles.stream().map(Fetched::mapped).toList());
    return alike.size() == 1 ? alike.get(0) : Merged.of(alike);
  }

  private static Profile mapped(Profile profile) {
    return profile.mappings().size() == 0 ? withMapping(profile) : profile;
  }

  private static Profile prepared(Profile mapped, boolean allFrames) {
    Profile named = SimplifiedNames.of(mapped);
    return withoutUrls(allFrames ? DroppedFrames.notAsked(named) : DroppedFrames.of(named));
  }

  /** All locations belong to the one mapping that is made up, of id 1 and without any data. */
  private static Profile withMapping(Profile profile) {
    MappingTable mappings =
        new MappingTable(
            new long[] {1},
            new long[1],
            new long[1],
            new long[1],
            new String[] {""},
            new String[] {""},
            new int[1]);
    LocationTable old = profile.locations();
    LocationColumns columns = new LocationColumns(old.size(), old.lineCount());
    for (int location = 0; location < old.size(); location++) {
      columns.copy(old, location, old.lineStart(location));
    }
    Arrays.fill(columns.mappings, 0);
    return Derived.withCode(profile, columns.table(), profile.functions(), mappings);
  }

  /** The same profile with other names of functions. */
  static Profile withNames(Profile profile, String[] names) {
    FunctionTable old = profile.functions();
    FunctionColumns columns = new FunctionColumns(old.size());
    for (int function = 0; function < old.size(); function++) {
      columns.copy(old, function, names[function]);
    }
    return Derived.withCode(profile, profile.locations(), columns.table(), profile.mappings());
  }

  private static Profile withoutUrls(Profile profile) {
    MappingTable old = profile.mappings();
    boolean any = false;
    for (int mapping = 0; mapping < old.size(); mapping++) {
      any |= isUrl(old, mapping);
    }
    if (!any) {
      return profile;
    }
    MappingColumns columns = new MappingColumns(old.size());
    for (int mapping = 0; mapping < old.size(); mapping++) {
      String file = isUrl(old, mapping) ? "" : old.file(mapping);
      columns.copy(old, mapping, old.id(mapping), file, old.flags(mapping));
    }
    return Derived.withCode(profile, profile.locations(), profile.functions(), columns.table());
  }

  /** Whether the file has a scheme as Go's net/url sees it: a letter, more of them, a colon. */
  private static boolean isUrl(MappingTable mappings, int mapping) {
    String file = mappings.file(mapping);
    int colon = file.indexOf(':');
    if (colon <= 0 || !mappings.buildId(mapping).isEmpty()) {
      return false;
    }
    for (int i = 0; i < file.length(); i++) {
      char c = file.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean further = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c < ' ' || c == 0x7f || (i < colon && !letter && !(i > 0 && further))) {
        return false;
      }
    }
    return true;
  }
}
