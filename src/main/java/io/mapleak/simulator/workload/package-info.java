/** What a service does to a map: as data, as text, and run on models in virtual time. */
@NullMarked
package io.mapleak.simulator.workload;

import org.jspecify.annotations.NullMarked;
