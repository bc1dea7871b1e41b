/** A result as text or JSON; all escaping happens here. */
@NullMarked
package io.mapleak.report;

import org.jspecify.annotations.NullMarked;
