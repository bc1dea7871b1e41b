package io.mapleak.rule.builtin;

import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.rule.Fingerprint;
import io.mapleak.rule.Rule;
import io.mapleak.site.CodeLine;
import io.mapleak.site.MapSites;
import io.mapleak.source.StaticCase;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What source alone shows, as findings of the rules that judge the same in profiles. Always
 * suspicions: no source tells how often a line runs.
 */
public final class SourceFindings {
  /** Ids of the rules that source alone may speak for. */
  public static final Set<String> RULES =
      Set.of("ML001", "ML004", "ML005", "ML006", "ML007", "ML010", "ML011");

  private SourceFindings() {}

  /** A finding for each case. */
  public static List<Finding> of(List<StaticCase> cases) {
    return cases.stream().map(SourceFindings::of).toList();
  }

  private static Finding of(StaticCase found) {
    String subject = found.title() + " (" + found.type() + ")";
    return switch (found.kind()) {
      case GROWS ->
          growing(
              found,
              new GrowNeverDelete(),
              "Entries are added to " + subject + " and never deleted.",
              GrowNeverDelete.REMEDY);
      case POINTER_KEYS ->
          growing(
              found,
              new PointerKey(),
              "The keys of "
                  + subject
                  + " are pointers that are never deleted: it keeps alive all that they point to.",
              PointerKey.REMEDY);
      case BYTE_KEYS ->
          growing(
              found,
              new ByteKey(),
              "The keys of " + subject + " are strings made of bytes, and are never deleted.",
              ByteKey.REMEDY);
      case PINNING_VALUES ->
          growing(
              found,
              new ValuePinsObject(),
              "The values of " + subject + " keep alive all that they hold, and are never deleted.",
              ValuePinsObject.REMEDY);
      case NEVER_MADE ->
          finding(
              found,
              new NilMapWrite(),
              Severity.MEDIUM,
              "An entry is put into "
                  + subject
                  + ", which is made nowhere: the first write panics.",
              "m = make(" + found.type() + ") before the first write",
              "a make that stands where this tool does not look, e.g. one by reflection",
              "a test that runs the line");
      case UNLOCKED ->
          finding(
              found,
              new ConcurrentMapAccess(),
              Severity.MEDIUM,
              "Goroutines write "
                  + subject
                  + " with no lock in sight: the runtime ends a process that does so at the same time.",
              "a sync.Mutex around every access, or a map for each goroutine that one of them merges",
              "goroutines that can't run at the same time",
              "go test -race over the line");
      case NO_HINT ->
          finding(
              found,
              new NoSizeHint(),
              Severity.LOW,
              "A "
                  + found.type()
                  + " is made without a size, though "
                  + found.title()
                  + " entries come at once.",
              "make(" + found.type() + ", " + found.title() + ")",
              "keys that repeat, so that fewer entries come",
              "heap profiles of the process: do such maps make garbage that matters?");
    };
  }

  private static Finding growing(StaticCase found, Rule rule, String summary, String remedy) {
    return finding(
        found,
        rule,
        Severity.MEDIUM,
        summary,
        remedy,
        "a set of keys that is small by its meaning, e.g. names of configured things",
        "two heap profiles or more of the process, minutes apart, with this --source");
  }

  private static Finding finding(
      StaticCase found,
      Rule rule,
      Severity severity,
      String summary,
      String remedy,
      String refutedBy,
      String next) {
    CodeLine line = new CodeLine(found.function(), found.file(), found.line());
    return new Finding(
        rule.id(),
        rule.pattern(),
        severity,
        EvidenceLevel.SUSPICION,
        new Finding.Place(MapSites.id(line), found.function(), found.file(), found.line()),
        summary,
        found.reasons().stream().map(reason -> "source: " + reason).toList(),
        List.of(),
        remedy,
        refutedBy,
        next,
        Map.of("type", found.type()),
        Fingerprint.of(rule.id(), found.function()),
        0);
  }
}
