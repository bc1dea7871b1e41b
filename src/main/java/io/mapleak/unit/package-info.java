/** Quantities and how they are printed: bytes, counts, percentages, durations, intervals. */
@NullMarked
package io.mapleak.unit;

import org.jspecify.annotations.NullMarked;
