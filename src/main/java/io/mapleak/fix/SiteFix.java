package io.mapleak.fix;

import io.mapleak.site.MapSite;
import io.mapleak.unit.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A site that grew before.
 *
 * @param site as of the newest profile before the change
 * @param beforePerHour entries gained
 * @param afterPerHour the same after the change; null where nothing tells
 * @param verdict whether the change ended it
 * @param reason of the verdict, in words
 */
public record SiteFix(
    MapSite site,
    Interval beforePerHour,
    @Nullable Interval afterPerHour,
    FixVerdict verdict,
    String reason) {}
