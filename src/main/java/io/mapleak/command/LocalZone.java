package io.mapleak.command;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** The zone in which views tell times, as google/pprof does: the one of the machine, or of TZ. */
final class LocalZone {
  private LocalZone() {}

  /** Asks Java only where TZ isn't UTC: its table of zones takes a while to load. */
  static ZoneId of(Surroundings surroundings) {
    String zone = surroundings.environment().get("TZ");
    boolean utc = zone != null && (zone.isEmpty() || zone.equals("UTC"));
    return utc ? ZoneOffset.UTC : ZoneId.systemDefault();
  }
}
