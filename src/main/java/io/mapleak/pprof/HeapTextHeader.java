package io.mapleak.pprof;

import io.mapleak.profile.ValueType;
import java.util.List;

/**
 * The first line of a heap profile in text form: {@code heap profile: objects: bytes [objects:
 * bytes] @ kind/number}, in use first, allocated in brackets.
 *
 * @param encoding the form that the kind names
 * @param rate mean distance of samples in bytes; 1 for a form that is not sampled, 0 where the line
 *     has no number
 * @param sampled whether counts are raw and to be scaled
 * @param alloc whether the records' allocations differ from what is in use, so that they are
 *     columns of their own
 */
record HeapTextHeader(Encoding encoding, long rate, boolean sampled, boolean alloc) {

  /** Reads the line. */
  static HeapTextHeader read(TextLines lines) throws FormatException {
    TextCursor cursor = new TextCursor(lines);
    cursor.expect("heap profile:");
    long inuseObjects = cursor.number();
    cursor.expect(":");
    long inuseBytes = cursor.number();
    cursor.expect("[");
    long allocObjects = cursor.number();
    cursor.expect(":");
    long allocBytes = cursor.number();
    cursor.expect("]");
    cursor.expect("@");
    boolean alloc =
        (allocObjects != inuseObjects && allocObjects != 0)
            || (allocBytes != inuseBytes && allocBytes != 0);
    String kind = cursor.word();
    int slash = kind.indexOf('/');
    long number = slash < 0 ? 0 : new TextCursor(lines, kind.substring(slash + 1)).number();
    return switch (slash < 0 ? kind : kind.substring(0, slash)) {
      case "heap" -> new HeapTextHeader(Encoding.GO_TEXT, number / 2, true, alloc);
      case "heapz_v2", "heap_v2" -> new HeapTextHeader(Encoding.HEAPZ_TEXT, number, true, alloc);
      case "heapprofile" -> new HeapTextHeader(Encoding.HEAPPROFILE_TEXT, 1, false, alloc);
      case "growthz", "growth" -> new HeapTextHeader(Encoding.GROWTH_TEXT, 1, false, false);
      case "fragmentationz", "fragmentation" ->
          new HeapTextHeader(Encoding.FRAGMENTATION_TEXT, 1, false, false);
      default -> throw lines.fault("a heap profile of the unknown kind '" + kind + "'");
    };
  }

  /** The columns that a record becomes. */
  List<ValueType> types() {
    return alloc
        ? List.of(
            new ValueType("alloc_objects", "count"),
            new ValueType("alloc_space", "bytes"),
            new ValueType("inuse_objects", "count"),
            new ValueType("inuse_space", "bytes"))
        : List.of(new ValueType("objects", "count"), new ValueType("space", "bytes"));
  }
}
