/** Growth of map sites over a series: count tests, array doublings, rates with intervals. */
@NullMarked
package io.mapleak.growth;

import org.jspecify.annotations.NullMarked;
