package io.mapleak.profile;

/** The functions of a profile. Immutable; the arrays given belong to the table from then on. */
public final class FunctionTable {
  private final long[] ids;
  private final String[] names;
  private final String[] systemNames;
  private final String[] files;
  private final long[] startLines;

  /**
   * Takes over all arrays, one element a function; {@code ids} are the file's own, any unsigned
   * 64-bit numbers.
   */
  public FunctionTable(
      long[] ids, String[] names, String[] systemNames, String[] files, long[] startLines) {
    this.ids = ids;
    this.names = names;
    this.systemNames = systemNames;
    this.files = files;
    this.startLines = startLines;
  }

  /** Number of functions. */
  public int size() {
    return ids.length;
  }

  /** Id that the file gives a function. */
  public long id(int function) {
    return ids[function];
  }

  /** Name as people read it, e.g. {@code net/http.(*conn).serve}. */
  public String name(int function) {
    return names[function];
  }

  /** Name as the linker knows it. */
  public String systemName(int function) {
    return systemNames[function];
  }

  /** Source file, as the profile has it; empty when not said. */
  public String file(int function) {
    return files[function];
  }

  /** Line of the declaration; 0 when not said. */
  public long startLine(int function) {
    return startLines[function];
  }
}
