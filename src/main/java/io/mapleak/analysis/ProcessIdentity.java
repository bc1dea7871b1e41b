package io.mapleak.analysis;

import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;

/**
 * What a profile tells of the process beside its counters. Absent strings are empty, absent numbers
 * 0: a store may have dropped them, so they differ from nothing.
 *
 * @param buildId build id of the main binary
 * @param binary path of the main binary
 * @param vdso address of the kernel's vdso page, which Linux chooses anew for every process
 * @param period sampling rate in bytes
 */
record ProcessIdentity(String buildId, String binary, long vdso, long period) {
  static ProcessIdentity of(Profile profile) {
    MappingTable mappings = profile.mappings();
    long vdso = 0;
    for (int i = 0; i < mappings.size(); i++) {
      if (mappings.file(i).equals("[vdso]")) {
        vdso = mappings.start(i);
      }
    }
    boolean mapped = mappings.size() > 0;
    return new ProcessIdentity(
        mapped ? mappings.buildId(0) : "",
        mapped ? mappings.file(0) : "",
        vdso,
        profile.header().period());
  }

  /** Whether the two are of different builds or programs for certain. */
  boolean otherBuild(ProcessIdentity other) {
    return differ(buildId, other.buildId) || differ(binary, other.binary);
  }

  boolean otherProcess(ProcessIdentity other) {
    return otherBuild(other) || (vdso != 0 && other.vdso != 0 && vdso != other.vdso);
  }

  boolean otherRate(ProcessIdentity other) {
    return period != 0 && other.period != 0 && period != other.period;
  }

  private static boolean differ(String a, String b) {
    return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
  }
}
