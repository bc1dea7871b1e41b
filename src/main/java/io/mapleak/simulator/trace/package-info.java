/** Recorded operations of real maps, replayed on the models and compared state by state. */
@NullMarked
package io.mapleak.simulator.trace;

import org.jspecify.annotations.NullMarked;
