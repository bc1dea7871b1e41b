package io.mapleak.source.tree;

import io.mapleak.source.syntax.GoFile;
import io.mapleak.source.syntax.Syntax;

/**
 * What a package declares under a name.
 *
 * @param in its package
 * @param file its file, whose imports hold for it
 * @param node its declaration: {@code type_spec}, {@code var_spec}, {@code const_spec}, {@code
 *     function_declaration} or {@code method_declaration}
 */
public record Entity(GoPackage in, GoFile file, Syntax node) {}
