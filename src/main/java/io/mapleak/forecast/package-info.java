/**
 * Where the growth of a map leads: entries and arrays at a later time, from a series of profiles.
 */
@NullMarked
package io.mapleak.forecast;

import org.jspecify.annotations.NullMarked;
