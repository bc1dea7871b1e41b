package io.mapleak.source.syntax;

/** This platform has no native library of tree-sitter, so Go source can't be read. */
public final class NoGrammarException extends Exception {
  private static final long serialVersionUID = 1L;

  NoGrammarException(Throwable cause) {
    super(
        "Go source can't be read on this platform: tree-sitter has no native library for "
            + System.getProperty("os.name")
            + " on "
            + System.getProperty("os.arch")
            + " (there are ones for Linux with glibc and macOS on x86_64 and aarch64, and Windows"
            + " on x86_64); leave --source out",
        cause);
  }
}
