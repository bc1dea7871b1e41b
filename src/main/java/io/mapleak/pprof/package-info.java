/**
 * Bytes to profile and back: container sniffing (gzip, zstd, plain), wire and text readers, writer,
 * limits.
 */
@NullMarked
package io.mapleak.pprof;

import org.jspecify.annotations.NullMarked;
