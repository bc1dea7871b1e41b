package io.mapleak.forecast;

import io.mapleak.unit.Interval;
import org.jspecify.annotations.Nullable;

/**
 * When a process fills its memory.
 *
 * @param bytes the limit
 * @param liveSeconds after the newest profile until the live heap alone is as large; the high end
 *     is infinite where it may never be; null where the heap does not grow
 * @param withGarbageSeconds the same until garbage fills what live memory leaves: with GOGC=100 and
 *     no GOMEMLIMIT the heap grows to twice what is live before it is collected
 *     (runtime/mgcpacer.go)
 */
public record LimitForecast(
    long bytes, @Nullable Interval liveSeconds, @Nullable Interval withGarbageSeconds) {}
