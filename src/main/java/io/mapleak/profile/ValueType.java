package io.mapleak.profile;

/**
 * What one column of sample values means, e.g. {@code inuse_space} in {@code bytes}.
 *
 * @param type what is counted, e.g. {@code alloc_objects}
 * @param unit its unit, e.g. {@code count} or {@code bytes}; may be empty
 */
public record ValueType(String type, String unit) {}
