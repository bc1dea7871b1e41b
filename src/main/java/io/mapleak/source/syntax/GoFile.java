package io.mapleak.source.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Go file as a list of declarations.
 *
 * @param name how places in it are told
 * @param whole whether all of it could be read as Go
 * @param head what stands before the package clause
 */
public record GoFile(String name, boolean whole, String head, List<Declaration> declarations) {
  public GoFile {
    declarations = List.copyOf(declarations);
  }

  /** The declaration that holds a line, counted from 1. */
  public @Nullable Declaration at(long line) {
    for (Declaration declaration : declarations) {
      if (declaration.line() <= line && line <= declaration.endLine()) {
        return declaration;
      }
    }
    return null;
  }
}
