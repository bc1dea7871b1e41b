/** Go's map vocabulary: versions, size classes, bucket and group layouts, closed-form sizes. */
@NullMarked
package io.mapleak.gomap;

import org.jspecify.annotations.NullMarked;
