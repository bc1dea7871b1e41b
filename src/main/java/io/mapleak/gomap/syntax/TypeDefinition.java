package io.mapleak.gomap.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a named type is, as people tell it: {@code NAME=SIZE[:ALIGN][:pointers]} where only its size
 * is known, or {@code NAME=TYPE}. Without an alignment it is the largest that the size allows, at
 * most 8. A type of which only the size is told is compared part by part when it is a key.
 *
 * @param name with or without its package
 */
public record TypeDefinition(String name, TypeShape shape) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_./-]{0,500}");
  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,16})(?::([0-9]{1,3}))?(:pointers)?", Pattern.CASE_INSENSITIVE);

  private static final int MAX_ALIGN = 8;

  /** The compiler refuses larger types. */
  private static final long MAX_SIZE = 1L << 50;

  /**
   * Reads a definition.
   *
   * @param names what its right side may use
   */
  static TypeDefinition parse(String text, TypeNames names) throws TypeException {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals).strip();
    if (equals < 0 || !NAME.matcher(name).matches()) {
      throw new TypeException(1, "'" + text + "' is not NAME=SIZE[:ALIGN][:pointers] or NAME=TYPE");
    }
    if (TypeNames.isPredeclared(name)) {
      throw new TypeException(1, name + " is Go's own, its size is known");
    }
    String right = text.substring(equals + 1).strip();
    boolean sized = !right.isEmpty() && Character.isDigit(right.charAt(0));
    return new TypeDefinition(
        name,
        sized
            ? sized(name, right, equals + 2)
            : spelled(name, right, text.indexOf(right, equals + 1), names));
  }

  /** A type as Go spells it, which begins at a character of the definition. */
  private static TypeShape spelled(String name, String text, int at, TypeNames names)
      throws TypeException {
    try {
      return new TypeLayout(names).of(TypeParser.parse(text), name);
    } catch (TypeException e) {
      throw e.movedBy(at);
    }
  }

  private static TypeShape sized(String name, String text, int column) throws TypeException {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new TypeException(
          column, "'" + text + "' is not SIZE[:ALIGN][:pointers], such as 40, 12:4 or 64:pointers");
    }
    long size = Long.parseLong(matcher.group(1));
    boolean pointers = matcher.group(3) != null;
    if (size > MAX_SIZE) {
      throw new TypeException(column, "a type of more than 2^50 bytes is refused by the compiler");
    }
    int align = matcher.group(2) == null ? widest(size) : Integer.parseInt(matcher.group(2));
    if (align < 1 || align > MAX_ALIGN || Integer.bitCount(align) != 1 || size % align != 0) {
      throw new TypeException(
          column,
          "an alignment is 1, 2, 4 or 8, and the size a multiple of it: not "
              + align
              + " of "
              + size);
    }
    if (pointers && (size == 0 || align < MAX_ALIGN)) {
      throw new TypeException(
          column, "a type with pointers has a size and an alignment in multiples of 8");
    }
    return new TypeShape(name, size, align, pointers, Equality.SPECIAL);
  }

  private static int widest(long size) {
    return size == 0 ? 1 : (int) Math.min(MAX_ALIGN, Long.lowestOneBit(size));
  }
}
