/** The bucketed map of Go 1.23 and earlier, step by step as in runtime/map.go. */
@NullMarked
package io.mapleak.simulator.classic;

import org.jspecify.annotations.NullMarked;
