package io.mapleak.rule.builtin;

import io.mapleak.evidence.GoroutineTrack;
import io.mapleak.evidence.StackFrame;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.finding.Severity;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Fingerprint;
import io.mapleak.rule.Rule;
import io.mapleak.site.CodeLine;
import io.mapleak.site.MapSite;
import io.mapleak.source.ValueKind;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One goroutine leaks per entry: goroutines gather at one line, often behind a map that gets an
 * entry for each. Shown by counts of goroutine profiles, proved by a goroutineleak profile.
 */
public final class GoroutineGrowth implements Rule {
  /** Smallest stack of a goroutine, bytes (runtime/stack.go: stackMin), and its g. */
  private static final double STACK_BYTES = 2048 + 448;

  /** Goroutines whose stacks alone are worth a build: 1 MiB and more. */
  private static final long SERIOUS = 500;

  private static final String REMEDY =
      "end it with its owner: select { case v := <-ch: ...; case <-ctx.Done(): return }, close the"
          + " channel when the entry is deleted, or make(chan T, 1) where nobody may receive";

  @Override
  public String id() {
    return "ML009";
  }

  @Override
  public String pattern() {
    return "goroutine-growth";
  }

  @Override
  public Outcome judge(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Map<String, GrowingMap> growing = new HashMap<>();
    GrowingMap.of(evidence).forEach(map -> growing.put(map.site().id(), map));
    Set<String> told = new HashSet<>();
    for (GoroutineLeak leak : GoroutineLeak.of(evidence)) {
      Optional<MapSite> map = GoroutineMap.of(leak.track(), evidence);
      if (map.isPresent() && isOfValues(growing.get(map.get().id()))) {
        continue;
      }
      Optional<CodeLine> line =
          map.isPresent() ? Optional.empty() : GoroutineMap.unproved(leak.track(), evidence);
      Finding finding = finding(leak, map, line, growing);
      if (told.add(finding.place().siteId())) {
        findings.add(finding);
      }
    }
    return new Outcome(findings, needsGoroutines(evidence));
  }

  /** Sites of maps that this rule reports, so that their growth is not reported twice. */
  static Set<String> sites(Evidence evidence) {
    Set<String> sites = new HashSet<>();
    for (GoroutineLeak leak : GoroutineLeak.of(evidence)) {
      GoroutineMap.of(leak.track(), evidence).ifPresent(site -> sites.add(site.id()));
    }
    for (GrowingMap map : GrowingMap.of(evidence)) {
      if (isOfValues(map)) {
        sites.remove(map.site().id());
      }
    }
    return sites;
  }

  /** Goroutines behind interface values end with them: the values are the cause. */
  private static boolean isOfValues(@Nullable GrowingMap map) {
    return map != null
        && GrowthCause.of(map) == GrowthCause.VALUE_PINS_OBJECT
        && map.source().isPresent()
        && map.source().get().value() == ValueKind.INTERFACE;
  }

  private List<NotApplicable> needsGoroutines(Evidence evidence) {
    int snapshots = evidence.side().goroutines().size();
    return snapshots >= 2
        ? List.of()
        : List.of(
            new NotApplicable(
                id(),
                pattern(),
                (snapshots == 0 ? "no goroutine profile" : "one goroutine profile")
                    + " among the inputs: give two or more, minutes apart, of"
                    + " /debug/pprof/goroutine"));
  }

  private Finding finding(
      GoroutineLeak leak,
      Optional<MapSite> map,
      Optional<CodeLine> line,
      Map<String, GrowingMap> growing) {
    GoroutineTrack track = leak.track();
    GrowingMap grows = map.map(site -> growing.get(site.id())).orElse(null);
    Finding ofMap = grows == null ? null : grows.finding(this, "", REMEDY);
    double bytes = track.last() * STACK_BYTES + (ofMap == null ? 0 : ofMap.bytesAtStake());
    List<String> reasons = reasons(leak, map);
    List<String> against = against(leak);
    if (ofMap != null) {
      reasons.addAll(ofMap.evidenceFor());
    }
    line.ifPresent(
        at ->
            reasons.add(
                "a block of "
                    + at.function()
                    + ":"
                    + at.line()
                    + " is what a map of as many entries has"));
    Severity severity = severity(leak, ofMap);
    Finding.Place place =
        map.map(FindingPlace::of).or(() -> line.map(this::place)).orElseGet(() -> place(track));
    return new Finding(
        id(),
        pattern(),
        severity,
        level(leak),
        place,
        summary(leak, map),
        reasons,
        against,
        REMEDY,
        leak.strength() == GoroutineLeak.Strength.PROVED
            ? ""
            : "work that ends later than these profiles reach, or a load that comes and goes",
        leak.strength() == GoroutineLeak.Strength.PROVED
            ? ""
            : "/debug/pprof/goroutine?debug=2 tells how long they wait and who started them;"
                + " /debug/pprof/goroutineleak of Go 1.27 may prove it",
        facts(leak, ofMap),
        Fingerprint.of(id(), place.function()),
        bytes);
  }

  private static Severity severity(GoroutineLeak leak, @Nullable Finding ofMap) {
    boolean many = leak.track().last() >= SERIOUS || leak.track().leaked() >= SERIOUS;
    boolean sure =
        leak.strength() == GoroutineLeak.Strength.GROWS
            || leak.strength() == GoroutineLeak.Strength.PROVED;
    boolean mapIsSerious = ofMap != null && ofMap.severity() == Severity.HIGH;
    return sure && (many || mapIsSerious) ? Severity.HIGH : Severity.MEDIUM;
  }

  private static EvidenceLevel level(GoroutineLeak leak) {
    return switch (leak.strength()) {
      case PROVED -> EvidenceLevel.PROOF;
      case GROWS -> EvidenceLevel.STRONG;
      case MORE, MANY -> EvidenceLevel.SUSPICION;
    };
  }

  private Finding.Place place(CodeLine at) {
    String id = Fingerprint.of(id(), at.function() + ":" + at.line());
    return new Finding.Place(id, at.function(), at.file(), at.line());
  }

  /** The {@code go} statement where it is known, else the line they stand at. */
  private Finding.Place place(GoroutineTrack track) {
    StackFrame creator = track.createdBy();
    StackFrame frame = creator == null || creator.isStandard() ? track.at() : creator;
    return new Finding.Place(
        Fingerprint.of(id(), frame.text()), frame.function(), frame.file(), frame.line());
  }

  private static String summary(GoroutineLeak leak, Optional<MapSite> map) {
    GoroutineTrack track = leak.track();
    String behind = map.isPresent() ? ", one for each entry of the map." : ".";
    return switch (leak.strength()) {
      case PROVED ->
          goroutines(track.leaked())
              + (track.leaked() == 1 ? " is" : " are")
              + " leaked: nothing can wake "
              + (track.leaked() == 1 ? "it" : "them")
              + behind;
      case MANY ->
          Figures.count(track.last())
              + " goroutines stand at one line, which is rarely meant"
              + behind;
      case MORE, GROWS ->
          Figures.count(track.grown())
              + " more goroutines at one line in "
              + leak.steps()
              + " profiles, "
              + Figures.count(track.last())
              + " now"
              + behind;
    };
  }

  private static String goroutines(long count) {
    return Figures.count(count) + (count == 1 ? " goroutine" : " goroutines");
  }

  private static List<String> reasons(GoroutineLeak leak, Optional<MapSite> map) {
    GoroutineTrack track = leak.track();
    List<String> reasons = new ArrayList<>();
    if (track.leaked() > 0) {
      reasons.add(
          "the collector proved "
              + Figures.count(track.leaked())
              + " of them leaked (goroutineleak profile)");
    }
    String state = track.state().isEmpty() ? "" : " [" + track.state() + "]";
    if (track.grown() > 0) {
      reasons.add(
          "goroutines at "
              + track.at().text()
              + state
              + ": "
              + Figures.count(track.counts().get(0))
              + ", then "
              + Figures.count(track.last()));
    } else {
      reasons.add(
          goroutines(Math.max(track.last(), track.leaked())) + " at " + track.at().text() + state);
    }
    StackFrame creator = track.createdBy();
    if (creator != null) {
      reasons.add("started at " + creator.text());
    }
    if (track.longestWaitMinutes() > 0) {
      reasons.add("the longest has waited " + track.longestWaitMinutes() + " min");
    }
    map.filter(site -> site.entries() != null)
        .ifPresent(
            site ->
                reasons.add(
                    "the map at "
                        + site.at().function()
                        + ":"
                        + site.at().line()
                        + " has about as many entries"));
    return reasons;
  }

  private static List<String> against(GoroutineLeak leak) {
    return switch (leak.strength()) {
      case PROVED, GROWS -> List.of();
      case MORE ->
          List.of("only " + leak.steps() + " goroutine profiles: a burst of work looks so");
      case MANY -> List.of("no growth was seen, only the number");
    };
  }

  private static Map<String, Object> facts(GoroutineLeak leak, @Nullable Finding ofMap) {
    GoroutineTrack track = leak.track();
    Map<String, Object> facts = new TreeMap<>(ofMap == null ? Map.of() : ofMap.facts());
    facts.put("goroutines", (double) track.last());
    facts.put("goroutines_grown", (double) track.grown());
    facts.put("goroutine_profiles", (double) leak.steps());
    facts.put("blocked_at", track.at().text());
    if (track.createdBy() != null) {
      facts.put("created_by", track.createdBy().text());
    }
    if (!track.state().isEmpty()) {
      facts.put("state", track.state());
    }
    return facts;
  }
}
