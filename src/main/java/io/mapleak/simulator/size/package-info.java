/** What maps cost: bytes by release, entries and hint, over many hash seeds. */
@NullMarked
package io.mapleak.simulator.size;

import org.jspecify.annotations.NullMarked;
