/** Go source look-up: from a line of a profile to the map that is filled there. */
@NullMarked
package io.mapleak.source;

import org.jspecify.annotations.NullMarked;
