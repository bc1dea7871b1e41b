/** Syntax trees of Go files, by tree-sitter and its Go grammar; only this package knows them. */
@NullMarked
package io.mapleak.source.syntax;

import org.jspecify.annotations.NullMarked;
