/** Questions over a profile that pprof's users ask: flat/cum table, raw dump. */
@NullMarked
package io.mapleak.view;

import org.jspecify.annotations.NullMarked;
