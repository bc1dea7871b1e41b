/** Files, packages and modules of Go source: where they are, and what they declare. */
@NullMarked
package io.mapleak.source.tree;

import org.jspecify.annotations.NullMarked;
