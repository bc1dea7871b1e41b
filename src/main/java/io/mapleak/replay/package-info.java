/**
 * The workload of a map, derived from its profiles, run on the model of its Go release, held
 * against what was observed, and changed: what each remedy would save.
 */
@NullMarked
package io.mapleak.replay;

import org.jspecify.annotations.NullMarked;
