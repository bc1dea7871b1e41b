package io.mapleak.site;

import java.util.List;

/**
 * Allocation points of one line that are read as maps of one type.
 *
 * @param at the line
 * @param points the points, in the order of the profile
 * @param fit the surest reading, with the blocks of all points that are read alike
 */
record SiteCandidate(CodeLine at, List<AllocationPoint> points, Fit fit) {
  SiteCandidate {
    points = List.copyOf(points);
  }
}
