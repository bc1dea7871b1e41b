package io.mapleak.finding;

/**
 * A rule that could not judge this input.
 *
 * @param rule id of the rule
 * @param pattern its pattern
 * @param reason why, and what would change that
 */
public record NotApplicable(String rule, String pattern, String reason) {}
