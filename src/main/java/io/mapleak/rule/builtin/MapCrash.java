package io.mapleak.rule.builtin;

import io.mapleak.evidence.Crash;
import io.mapleak.evidence.Goroutine;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.evidence.StackFrame;
import io.mapleak.finding.Finding;
import io.mapleak.rule.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Crashes of one kind at one line of the user's code.
 *
 * @param at the line
 * @param crashes the crashes with the logs that tell them, at least one
 */
record MapCrash(StackFrame at, List<SideEvidence.Cited<Crash>> crashes) {
  MapCrash {
    crashes = List.copyOf(crashes);
  }

  /** The crashes of some kinds, by line; those without a stack of the user's code are left out. */
  static List<MapCrash> of(Evidence evidence, Predicate<Crash> kind) {
    Map<StackFrame, List<SideEvidence.Cited<Crash>>> byLine = new LinkedHashMap<>();
    for (SideEvidence.Cited<Crash> cited : evidence.side().all(Crash.class)) {
      if (kind.test(cited.value()) && cited.value().at().isPresent()) {
        byLine.computeIfAbsent(cited.value().at().get(), at -> new ArrayList<>()).add(cited);
      }
    }
    List<MapCrash> found = new ArrayList<>();
    byLine.forEach((at, crashes) -> found.add(new MapCrash(at, crashes)));
    return found;
  }

  /** The crash that is told first. */
  Crash first() {
    return crashes.get(0).value();
  }

  /** Whether each of them was caught by net/http, so that the process lived on. */
  boolean isRecovered() {
    return crashes.stream().allMatch(cited -> cited.value().recovered());
  }

  /** Where each crash stands in the logs, a few of them. */
  List<String> citations() {
    List<String> citations = new ArrayList<>();
    for (SideEvidence.Cited<Crash> cited : crashes.subList(0, Math.min(3, crashes.size()))) {
      citations.add(
          cited.name() + " line " + cited.value().line() + ": " + cited.value().message());
    }
    if (crashes.size() > citations.size()) {
      citations.add((crashes.size() - citations.size()) + " more of the same");
    }
    return citations;
  }

  /** The calls that led there, the user's own, innermost first. */
  List<String> calls() {
    Goroutine goroutine = first().goroutine();
    return goroutine == null
        ? List.of()
        : goroutine.frames().stream()
            .filter(frame -> !frame.isStandard())
            .map(StackFrame::text)
            .limit(4)
            .toList();
  }

  /** The place, with the id of the map site at that line where there is one. */
  Finding.Place place(Evidence evidence, String otherId) {
    String id =
        evidence.sites().stream()
            .map(judged -> judged.history().site())
            .filter(site -> site.at().function().equals(at.function()))
            .filter(site -> site.at().line() == at.line())
            .map(site -> site.id())
            .findFirst()
            .orElse(otherId);
    return new Finding.Place(id, at.function(), at.file(), at.line());
  }
}
