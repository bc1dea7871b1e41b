/**
 * Exact models of Go's maps, per release: what every operation allocates, moves and leaves behind.
 * Keys are ids, hashes are input.
 */
@NullMarked
package io.mapleak.simulator;

import org.jspecify.annotations.NullMarked;
