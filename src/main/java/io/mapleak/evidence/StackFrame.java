package io.mapleak.evidence;

import java.util.Set;

/**
 * One call of a goroutine's stack, as the input names it.
 *
 * @param function full symbol name, e.g. {@code example.com/shop/session.(*Store).put}
 * @param file source file; empty when not said
 * @param line line number; 0 when not said
 */
public record StackFrame(String function, String file, long line)
    implements Comparable<StackFrame> {
  /** First path elements of Go's own packages (go list std, Go 1.27), without those of commands. */
  private static final Set<String> STANDARD =
      Set.of(
          "archive",
          "arena",
          "bufio",
          "bytes",
          "cmp",
          "compress",
          "container",
          "context",
          "crypto",
          "database",
          "debug",
          "embed",
          "encoding",
          "errors",
          "expvar",
          "flag",
          "fmt",
          "go",
          "hash",
          "html",
          "image",
          "index",
          "internal",
          "io",
          "iter",
          "log",
          "maps",
          "math",
          "mime",
          "net",
          "os",
          "path",
          "plugin",
          "reflect",
          "regexp",
          "runtime",
          "slices",
          "sort",
          "strconv",
          "strings",
          "structs",
          "sync",
          "syscall",
          "testing",
          "text",
          "time",
          "unicode",
          "unique",
          "unsafe",
          "vendor",
          "weak");

  /** Whether the function belongs to Go's runtime or standard library, {@code panic} among them. */
  public boolean isStandard() {
    int slash = function.indexOf('/');
    int dot = function.indexOf('.');
    if (dot < 0) {
      return true;
    }
    return STANDARD.contains(function.substring(0, slash < 0 || dot < slash ? dot : slash));
  }

  /** {@code function:line}, or the function alone where no line is known. */
  public String text() {
    return line > 0 ? function + ":" + line : function;
  }

  @Override
  public int compareTo(StackFrame other) {
    int byFunction = function.compareTo(other.function);
    if (byFunction != 0) {
      return byFunction;
    }
    int byLine = Long.compare(line, other.line);
    return byLine != 0 ? byLine : file.compareTo(other.file);
  }
}
