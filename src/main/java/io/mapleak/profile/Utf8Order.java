package io.mapleak.profile;

/** Order of strings by their UTF-8 bytes, as Go sorts: Java's own order is by UTF-16 units. */
public final class Utf8Order {
  private Utf8Order() {}

  /** Less than, equal to or greater than 0, as {@link java.util.Comparator} says it. */
  public static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        return Integer.compare(rank(l), rank(r));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Surrogates stand for characters above all others. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
