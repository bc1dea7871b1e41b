/** The Rule interface and the explicit list of rules. */
@NullMarked
package io.mapleak.rule;

import org.jspecify.annotations.NullMarked;
