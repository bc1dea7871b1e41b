/**
 * The inputs beside heap profiles: goroutine profiles and dumps, gctrace logs, crash output,
 * compiler output, reference paths, execution traces, the memory of the process.
 */
@NullMarked
package io.mapleak.evidence;

import org.jspecify.annotations.NullMarked;
