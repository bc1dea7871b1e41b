package io.mapleak.finding;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One leak, at one place. Plain data: every text is ready to be shown, nothing is escaped.
 *
 * @param rule id of the rule, e.g. {@code ML001}
 * @param pattern the leak pattern, e.g. {@code grow-never-delete}
 * @param severity how much it matters
 * @param level how well it is proved
 * @param place where
 * @param summary one sentence: what leaks, how big, how sure
 * @param evidenceFor what speaks for it, strongest first
 * @param evidenceAgainst what speaks against it; empty: nothing seen
 * @param remedy what to change, as Go code where that helps
 * @param refutedBy what would show that it is no leak
 * @param nextCapture what to record next to raise the level of proof
 * @param facts named figures for scripts: numbers, strings and {@code Interval}s
 * @param fingerprint address-free identity of the finding, the same in every run
 * @param bytesAtStake bytes that rank it
 */
public record Finding(
    String rule,
    String pattern,
    Severity severity,
    EvidenceLevel level,
    Place place,
    String summary,
    List<String> evidenceFor,
    List<String> evidenceAgainst,
    String remedy,
    String refutedBy,
    String nextCapture,
    Map<String, Object> facts,
    String fingerprint,
    double bytesAtStake) {
  public Finding {
    evidenceFor = List.copyOf(evidenceFor);
    evidenceAgainst = List.copyOf(evidenceAgainst);
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** The same finding with further reasons for and against, after its own. */
  public Finding withReasons(List<String> moreFor, List<String> moreAgainst) {
    return with(
        severity,
        level,
        Stream.concat(evidenceFor.stream(), moreFor.stream()).toList(),
        Stream.concat(evidenceAgainst.stream(), moreAgainst.stream()).toList(),
        facts);
  }

  /** The same finding with further facts. */
  public Finding withFacts(Map<String, Object> more) {
    Map<String, Object> all = new TreeMap<>(facts);
    all.putAll(more);
    return with(severity, level, evidenceFor, evidenceAgainst, all);
  }

  /** The same finding, more or less certain. */
  public Finding withCertainty(EvidenceLevel newLevel, Severity newSeverity) {
    return with(newSeverity, newLevel, evidenceFor, evidenceAgainst, facts);
  }

  private Finding with(
      Severity newSeverity,
      EvidenceLevel newLevel,
      List<String> reasonsFor,
      List<String> reasonsAgainst,
      Map<String, Object> newFacts) {
    return new Finding(
        rule,
        pattern,
        newSeverity,
        newLevel,
        place,
        summary,
        reasonsFor,
        reasonsAgainst,
        remedy,
        refutedBy,
        nextCapture,
        newFacts,
        fingerprint,
        bytesAtStake);
  }

  /**
   * Where a finding points.
   *
   * @param siteId id of the map site
   * @param function function, as the profile names it
   * @param file file, as the profile names it
   * @param line line
   */
  public record Place(String siteId, String function, String file, long line) {}
}
