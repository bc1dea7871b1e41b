/** The interactive shell: JLine around the command objects of the command line. */
@NullMarked
package io.mapleak.repl;

import org.jspecify.annotations.NullMarked;
