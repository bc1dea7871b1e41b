package io.mapleak.evidence;

/**
 * The heap at the end of one collection.
 *
 * @param seconds since the process (gctrace) or the recording (trace) began
 * @param liveBytes what the collector marked: live objects
 * @param peakBytes largest heap between the collection before and this one
 * @param goalBytes size that this collection was to keep the heap below; 0 when not said
 */
public record HeapPoint(double seconds, double liveBytes, double peakBytes, double goalBytes) {}
