/** The entry point of the command line. */
@NullMarked
package io.mapleak;

import org.jspecify.annotations.NullMarked;
