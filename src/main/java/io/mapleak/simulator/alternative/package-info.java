/**
 * What can stand in a map's place: the map made, cut or rebuilt in another way, and other
 * structures, each with its memory as a model.
 */
@NullMarked
package io.mapleak.simulator.alternative;

import org.jspecify.annotations.NullMarked;
