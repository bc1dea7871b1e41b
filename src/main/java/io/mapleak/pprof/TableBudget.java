package io.mapleak.pprof;

/** Counts the entries of all tables against {@link Limits#tableEntries}. */
final class TableBudget {
  private final Content content;
  private final int limit;
  private int used;

  TableBudget(Content content, Limits limits) {
    this.content = content;
    this.limit = limits.tableEntries();
  }

  /** Takes one entry, read at a byte. */
  void take(Wire wire) throws FormatException {
    if (used == limit) {
      throw content.tooMuch(
          "has more than " + limit + " table entries",
          "--max-table-entries",
          wire.position(),
          wire.path());
    }
    used++;
  }
}
