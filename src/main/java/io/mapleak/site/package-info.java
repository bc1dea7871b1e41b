/** Map sites inferred from a profile: implementation, sizes, entries, confidence and why. */
@NullMarked
package io.mapleak.site;

import org.jspecify.annotations.NullMarked;
