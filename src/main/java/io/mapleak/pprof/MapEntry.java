package io.mapleak.pprof;

import org.jspecify.annotations.Nullable;

/**
 * One line of a memory map, either as in Linux' /proc/PID/maps or the short form {@code
 * start-limit: [permissions] [file] [(@offset)] [build id]}, all numbers hexadecimal.
 *
 * @param start first address, unsigned
 * @param limit address after the last, unsigned
 * @param offset of the start in the file
 * @param file path; may be empty
 * @param buildId may be empty
 * @param executable false for a mapping without code
 */
record MapEntry(
    long start, long limit, long offset, String file, String buildId, boolean executable) {

  /** Reads a line; null when it has another form. */
  static @Nullable MapEntry parse(String line) {
    String[] words = line.strip().split("\\s+", 8);
    int dash = words[0].indexOf('-');
    int rest = dash < 0 ? 2 : 1;
    if (words.length < rest) {
      return null;
    }
    String start = dash < 0 ? words[0] : words[0].substring(0, dash);
    String limit = dash < 0 ? words[1] : words[0].substring(dash + 1);
    if (limit.endsWith(":")) {
      limit = limit.substring(0, limit.length() - 1);
    }
    if (!isHex(start) || !isHex(limit)) {
      return null;
    }
    String permissions = "";
    if (rest < words.length && isPermissions(words[rest])) {
      permissions = words[rest++];
    }
    boolean executable = permissions.isEmpty() || permissions.contains("x");
    String[] details =
        rest + 2 < words.length && isDevice(words[rest + 1])
            ? kernel(words, rest)
            : brief(words, rest);
    return new MapEntry(
        hex(start), hex(limit), hex(details[1]), details[0], details[2], executable);
  }

  /** File, offset and build id of {@code offset device inode file}. */
  private static String[] kernel(String[] words, int from) {
    return new String[] {from + 3 < words.length ? words[from + 3] : "", words[from], ""};
  }

  /** File, offset and build id of {@code file (@offset) build id}, each of which may be missing. */
  private static String[] brief(String[] words, int from) {
    int next = from;
    String file = next < words.length && !words[next].startsWith("(@") ? words[next++] : "";
    String offset = "0";
    if (next < words.length && words[next].startsWith("(@") && words[next].endsWith(")")) {
      offset = words[next].substring(2, words[next].length() - 1);
      next++;
    }
    return new String[] {
      file,
      isHex(offset) ? offset : "0",
      next < words.length && isHex(words[next]) ? words[next] : ""
    };
  }

  private static boolean isPermissions(String word) {
    return word.chars().allMatch(c -> "-rwxps".indexOf(c) >= 0);
  }

  private static boolean isDevice(String word) {
    int colon = word.indexOf(':');
    return colon > 0 && isHex(word.substring(0, colon)) && isHex(word.substring(colon + 1));
  }

  private static boolean isHex(String word) {
    String digits = word.startsWith("0x") ? word.substring(2) : word;
    return !digits.isEmpty()
        && digits.length() <= 16
        && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static long hex(String word) {
    return isHex(word)
        ? Long.parseUnsignedLong(word.startsWith("0x") ? word.substring(2) : word, 16)
        : 0;
  }

  /** Whether an address lies in it. */
  boolean holds(long address) {
    return Long.compareUnsigned(start, address) <= 0 && Long.compareUnsigned(address, limit) < 0;
  }

  /** This mapping from another start on, which is taken for the start of the file. */
  MapEntry from(long newStart) {
    return new MapEntry(newStart, limit, 0, file, buildId, executable);
  }

  /** This mapping and the one after it as one; null when they are not pieces of one. */
  @Nullable MapEntry joined(MapEntry next) {
    boolean pieces =
        limit == next.start
            && agree(file, next.file)
            && agree(buildId, next.buildId)
            && (offset == 0 || next.offset == 0 || offset + (limit - start) == next.offset);
    return pieces
        ? new MapEntry(
            start,
            next.limit,
            offset,
            next.file.isEmpty() ? file : next.file,
            next.buildId.isEmpty() ? buildId : next.buildId,
            executable)
        : null;
  }

  private static boolean agree(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** Whether it may be the program: a file that is no shared library. */
  boolean isProgram() {
    String name = file.replace("(deleted)", "").strip();
    return !name.isEmpty() && !name.startsWith("[") && !isLibrary(name);
  }

  private static boolean isLibrary(String name) {
    if (name.endsWith(".so")) {
      return true;
    }
    for (int at = name.indexOf(".so"); at >= 0; at = name.indexOf(".so", at + 1)) {
      boolean separated =
          at + 4 < name.length() && (name.charAt(at + 3) == '.' || name.charAt(at + 3) == '_');
      if (separated && Character.isDigit(name.charAt(at + 4))) {
        return true;
      }
    }
    return false;
  }
}
