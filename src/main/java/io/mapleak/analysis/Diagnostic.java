package io.mapleak.analysis;

/**
 * Something the user must know about the input: what it disables and how to mend it.
 *
 * @param code stable name, e.g. {@code rate-changed}
 * @param message a sentence or two
 */
public record Diagnostic(String code, String message) {}
