/** Picocli commands, their options and exit codes. */
@NullMarked
package io.mapleak.command;

import org.jspecify.annotations.NullMarked;
