package io.mapleak.view;

/** What frames of a stack are taken together, as google/pprof's option of that name. */
public enum Granularity {
  /** All lines and addresses of functions of the same name. */
  FUNCTIONS,

  /** The same, but apart by source file. */
  FILEFUNCTIONS,

  /** All functions of a source file. */
  FILES,

  /** Each line of source. */
  LINES,

  /** Each instruction address. */
  ADDRESSES;

  boolean showsFunction() {
    return this != FILES;
  }

  boolean showsFile() {
    return this != FUNCTIONS;
  }

  boolean showsLine() {
    return this == LINES || this == ADDRESSES;
  }

  boolean showsColumn(boolean wanted) {
    return this == ADDRESSES || (wanted && this == LINES);
  }

  boolean showsAddress() {
    return this == ADDRESSES;
  }
}
