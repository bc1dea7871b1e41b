/** The Swiss map of Go 1.24 and later, step by step as in internal/runtime/maps. */
@NullMarked
package io.mapleak.simulator.swiss;

import org.jspecify.annotations.NullMarked;
