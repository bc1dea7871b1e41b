package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.type.Context;

/**
 * A line of source.
 *
 * @param file directory of the package's import path with the file, or the file alone
 * @param line from 1
 */
public record Place(String file, int line) {
  static Place of(Syntax node, Context context) {
    GoPackage in = context.in();
    String path = in.importPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    String name = context.file().name();
    return new Place(last.isEmpty() ? name : last + "/" + name, node.line());
  }

  /** {@code file:line}. */
  public String text() {
    return file + ":" + line;
  }
}
