/** Types of Go expressions, as far as the source at hand tells them. */
@NullMarked
package io.mapleak.source.type;

import org.jspecify.annotations.NullMarked;
