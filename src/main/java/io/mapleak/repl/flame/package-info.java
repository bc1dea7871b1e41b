/** Flame graphs on a terminal, walked by keys. */
@NullMarked
package io.mapleak.repl.flame;

import org.jspecify.annotations.NullMarked;
