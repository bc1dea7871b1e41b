/** Inputs and options to a result: the one place that wires everything together. */
@NullMarked
package io.mapleak.analysis;

import org.jspecify.annotations.NullMarked;
