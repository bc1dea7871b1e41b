package io.mapleak.simulator.size;

/**
 * Blocks of one size.
 *
 * @param bytes what the allocator charges for each
 * @param count how many
 */
public record BlockCount(long bytes, long count) {}
