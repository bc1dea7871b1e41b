/** Whether a change ended the growth of maps: rates before and after, not levels. */
@NullMarked
package io.mapleak.fix;

import org.jspecify.annotations.NullMarked;
