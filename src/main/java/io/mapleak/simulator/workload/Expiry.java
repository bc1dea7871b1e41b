package io.mapleak.simulator.workload;

import java.util.Arrays;

/**
 * When entries are to be deleted: a calendar queue (Brown: Calendar Queues, CACM 31(10), 1988) of
 * one page for each small part of the run, so adding and removing take constant time. An entry is
 * deleted at the end of its page, so up to 1/2^18 of the whole time too late.
 */
final class Expiry {
  /** No entry. */
  static final int NONE = -1;

  private static final int PAGES = 1 << 18;

  private final long pageNanos;
  private final int[] first;
  private int[] next = new int[1024];
  private int[] previous = new int[1024]; // of the first of a page: -2 - page
  private int page;

  /** A calendar of a run of this length. */
  Expiry(long nanos) {
    pageNanos = nanos / PAGES + 1;
    first = new int[(int) (nanos / pageNanos) + 1];
    Arrays.fill(first, NONE);
    Arrays.fill(previous, NONE);
  }

  /** The moment at which the entries of the current page are to be deleted. */
  long pageEnd() {
    return page < first.length ? (page + 1) * pageNanos : Long.MAX_VALUE;
  }

  /** Turns to the next page. */
  void turn() {
    page++;
  }

  /** An entry of the current page, or {@link #NONE}. */
  int due() {
    return first[page];
  }

  /** Notes when an entry without a note is to be deleted; after the run's end is never. */
  void add(int key, long at) {
    int on = (int) Math.max(page, Math.min(first.length, at / pageNanos));
    if (on >= first.length) {
      return;
    }
    if (key >= next.length) {
      int room = Math.max(key + 1, 2 * next.length);
      int length = previous.length;
      next = Arrays.copyOf(next, room);
      previous = Arrays.copyOf(previous, room);
      Arrays.fill(previous, length, room, NONE);
    }
    int after = first[on];
    next[key] = after;
    previous[key] = -2 - on;
    if (after != NONE) {
      previous[after] = key;
    }
    first[on] = key;
  }

  /** Removes the note of an entry, if there is one. */
  void remove(int key) {
    if (key >= previous.length || previous[key] == NONE) {
      return;
    }
    int after = next[key];
    int before = previous[key];
    if (before < NONE) {
      first[-2 - before] = after;
    } else {
      next[before] = after;
    }
    if (after != NONE) {
      previous[after] = before;
    }
    previous[key] = NONE;
  }
}
