package io.mapleak.source;

/** What the source says of a line of a profile. */
public sealed interface SourceAnswer {
  /** There is a map. */
  record Map(MapSource source) implements SourceAnswer {}

  /**
   * The line was found and has no operation on a map.
   *
   * @param at the line
   * @param text what stands there
   */
  record NoMap(Place at, String text) implements SourceAnswer {}

  /**
   * The line was not found, or can't be read.
   *
   * @param reason why
   */
  record Unknown(String reason) implements SourceAnswer {}
}
