package io.mapleak.analysis;

import io.mapleak.fix.FixResult;
import io.mapleak.fix.FixVerdict;
import io.mapleak.fix.SiteFix;
import io.mapleak.profile.FunctionTable;
import io.mapleak.site.FunctionNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that a series "after the change" is of another program: its binary has another name, and
 * it knows no function of a package that is to be fixed. In another program nothing grows either.
 */
final class OtherProgram {
  private final Set<String> packages = new HashSet<>();

  private OtherProgram(Series after) {
    for (Snapshot snapshot : after.snapshots()) {
      FunctionTable functions = snapshot.profile().functions();
      for (int i = 0; i < functions.size(); i++) {
        packages.add(FunctionNames.packageOf(functions.name(i)));
      }
    }
  }

  /** The result, or that it can't be told where the two are of different programs. */
  static FixResult excluded(FixResult result, Series before, Series after) {
    Optional<String> then = program(before);
    Optional<String> now = program(after);
    if (then.isEmpty() || now.isEmpty() || then.equals(now)) {
      return result;
    }
    OtherProgram other = new OtherProgram(after);
    List<SiteFix> sites = result.sites().stream().map(other::judged).toList();
    return sites.equals(result.sites())
        ? result
        : new FixResult(
            FixVerdict.CANNOT_TELL,
            sites,
            "a series of the same program after the change: these are of "
                + then.get()
                + " and of "
                + now.get());
  }

  private SiteFix judged(SiteFix fix) {
    return packages.contains(FunctionNames.packageOf(fix.site().at().function()))
        ? fix
        : new SiteFix(
            fix.site(),
            fix.beforePerHour(),
            null,
            FixVerdict.CANNOT_TELL,
            "another program: it has nothing of that package");
  }

  /** File name of the newest profile's main binary. */
  private static Optional<String> program(Series series) {
    return series
        .newest()
        .map(newest -> ProcessIdentity.of(newest.profile()).binary())
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .filter(name -> !name.isEmpty());
  }
}
