package io.mapleak.pprof;

import org.jspecify.annotations.Nullable;

/**
 * Finds the elements of a table by the ids that the file gives them: by a dense array, or by hash
 * where ids are far apart.
 */
final class IdIndex {
  /**
   * Slots of the dense array for each id; Go and pprof number from 1, so two leave room for gaps.
   */
  private static final int SLOTS_PER_ID = 2;

  private static final int SPARE_SLOTS = 1024;

  private final int[] dense; // index + 1, or 0 for none
  private final @Nullable LongTable sparse;

  private IdIndex(int[] dense, @Nullable LongTable sparse) {
    this.dense = dense;
    this.sparse = sparse;
  }

  /**
   * Indexes a table; a fault when an id is 0 or given twice.
   *
   * @param offsets where in the file each element stands
   */
  static IdIndex of(LongList ids, IntList offsets, Message message, Content content)
      throws FormatException {
    long slots = 1;
    long most = ids.size * (long) SLOTS_PER_ID + SPARE_SLOTS;
    for (int i = 0; i < ids.size; i++) {
      long id = ids.items[i];
      if (id == 0) {
        throw content.invalid(offsets.get(i), path(message, i), "id 0 is reserved, it means none");
      }
      slots = id < 0 || id >= most ? Long.MAX_VALUE : Math.max(slots, id + 1);
    }
    return slots <= most
        ? dense(ids, offsets, message, content, (int) slots)
        : sparse(ids, offsets, message, content);
  }

  private static IdIndex dense(
      LongList ids, IntList offsets, Message message, Content content, int slots)
      throws FormatException {
    int[] dense = new int[slots];
    for (int i = 0; i < ids.size; i++) {
      int id = (int) ids.items[i];
      if (dense[id] != 0) {
        throw twice(id, i, dense[id] - 1, offsets, message, content);
      }
      dense[id] = i + 1;
    }
    return new IdIndex(dense, null);
  }

  private static IdIndex sparse(LongList ids, IntList offsets, Message message, Content content)
      throws FormatException {
    LongTable table = new LongTable();
    for (int i = 0; i < ids.size; i++) {
      int index = table.put(ids.items[i]);
      if (index != i) {
        throw twice(ids.items[i], i, index, offsets, message, content);
      }
    }
    return new IdIndex(new int[0], table);
  }

  private static FormatException twice(
      long id, int element, int first, IntList offsets, Message message, Content content) {
    return content.invalid(
        offsets.get(element),
        path(message, element),
        "id "
            + Long.toUnsignedString(id)
            + " is already that of "
            + message.title()
            + "["
            + first
            + "]");
  }

  private static String path(Message message, int element) {
    return message.title() + "[" + element + "].id";
  }

  /** Index of the element of this id, or -1. */
  int find(long id) {
    if (sparse != null) {
      return sparse.find(id);
    }
    return id >= 0 && id < dense.length ? dense[(int) id] - 1 : -1;
  }

  /**
   * Replaces ids by the indexes of their elements, as far as that is quick.
   *
   * @return position of the first id that is left for {@link #find}, or {@code to}
   */
  int replace(int[] ids, int from, int to) {
    int[] indexes = dense;
    int at = from;
    while (at < to) {
      int id = ids[at];
      if (id < 0 || id >= indexes.length || indexes[id] == 0) {
        break;
      }
      ids[at++] = indexes[id] - 1;
    }
    return at;
  }
}
