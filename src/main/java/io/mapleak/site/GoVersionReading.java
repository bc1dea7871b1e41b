package io.mapleak.site;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import org.jspecify.annotations.Nullable;

/**
 * What a profile tells of the Go release that wrote it.
 *
 * @param version the release, or null when only bounds are known
 * @param low oldest release that fits
 * @param high newest release that fits
 * @param why the frames that tell, in words
 */
public record GoVersionReading(
    @Nullable GoVersion version, GoVersion low, GoVersion high, String why) {
  /** The design of built-in maps, or null when the bounds allow both. */
  public @Nullable Implementation implementation() {
    if (low.atLeast(GoVersion.FIRST_SWISS)) {
      return Implementation.SWISS;
    }
    return high.atLeast(GoVersion.FIRST_SWISS) ? null : Implementation.CLASSIC;
  }

  /** Whether pointerful blocks over 512 bytes may carry a malloc header. */
  public boolean mayHaveMallocHeader() {
    return high.atLeast(GoVersion.FIRST_MALLOC_HEADER);
  }

  /** Whether they may be without one. */
  public boolean mayLackMallocHeader() {
    return !low.atLeast(GoVersion.FIRST_MALLOC_HEADER);
  }
}
