package io.mapleak.rule;

import io.mapleak.evidence.EscapeFacts;
import io.mapleak.evidence.LiveHeap;
import io.mapleak.evidence.OomKill;
import io.mapleak.evidence.ReferencePaths;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.finding.Finding;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the inputs beside heap profiles say for and against a finding: the live heap of the
 * collector, the compiler's escapes at its line, references to its map, kills for want of memory.
 */
public final class Corroboration {
  /** A fact of this name is the growth of a finding, in bytes. */
  private static final String BYTES_GROWN = "bytes_grown";

  /** Share of the finding's growth that the live heap must have grown by, to agree. */
  private static final double AGREES = 0.5;

  /** Share below which it contradicts. */
  private static final double CONTRADICTS = 0.1;

  /** Growth below this many bytes is lost in gctrace's whole MiB. */
  private static final double VISIBLE = 4 << 20;

  /** The live heap must have been watched for this share of the series to contradict. */
  private static final double LONG_ENOUGH = 0.5;

  private static final double NANOS = 1e9;

  private static final int MOST_ESCAPES = 2;

  private final Evidence evidence;

  /** Prepares to look at the findings of some evidence. */
  public Corroboration(Evidence evidence) {
    this.evidence = evidence;
  }

  /** The finding with what speaks for and against it besides. */
  public Finding of(Finding finding) {
    if (evidence.side().exhibits().isEmpty()) {
      return finding;
    }
    List<String> reasons = new ArrayList<>();
    List<String> against = new ArrayList<>();
    if (finding.facts().get(BYTES_GROWN) instanceof Double grown) {
      evidence.side().liveHeap().ifPresent(live -> liveHeap(live, grown, reasons, against));
      kills(reasons);
    }
    escapes(finding, reasons);
    references(finding).ifPresent(reasons::add);
    return reasons.isEmpty() && against.isEmpty() ? finding : finding.withReasons(reasons, against);
  }

  private void liveHeap(
      SideEvidence.Cited<LiveHeap> live, double grown, List<String> reasons, List<String> against) {
    LiveHeap heap = live.value();
    double change = heap.grownBytes();
    if (grown < VISIBLE) {
      return;
    }
    if (change >= AGREES * grown) {
      reasons.add("the live heap in " + live.name() + " grew too, by " + Figures.bytes(change));
    } else if (change < CONTRADICTS * grown
        && heap.spanSeconds() >= LONG_ENOUGH * seriesSeconds()) {
      against.add("the live heap in " + live.name() + " did not grow in that time");
    }
  }

  private double seriesSeconds() {
    List<Long> times = evidence.times();
    return times.isEmpty() || times.get(0) == 0
        ? Double.POSITIVE_INFINITY
        : (times.get(times.size() - 1) - times.get(0)) / NANOS;
  }

  private void kills(List<String> reasons) {
    List<SideEvidence.Cited<OomKill>> kills = evidence.side().all(OomKill.class);
    if (kills.isEmpty()) {
      return;
    }
    SideEvidence.Cited<OomKill> last = kills.get(kills.size() - 1);
    OomKill kill = last.value();
    reasons.add(
        (kill.process().isEmpty() ? "a container" : kill.process())
            + " was killed for want of memory"
            + (kill.anonymousBytes().isPresent()
                ? " at " + Figures.bytes(kill.anonymousBytes().getAsLong())
                : "")
            + " ("
            + last.name()
            + " line "
            + kill.line()
            + ")");
  }

  private void escapes(Finding finding, List<String> reasons) {
    List<EscapeFacts.Fact> facts =
        evidence.side().escapesAt(finding.place().file(), finding.place().line());
    for (EscapeFacts.Fact fact : facts.subList(0, Math.min(MOST_ESCAPES, facts.size()))) {
      reasons.add(
          "the compiler says that "
              + fact.subject()
              + (fact.moved() ? " is moved" : " escapes")
              + " to the heap at this line");
    }
  }

  /** A map that goref found below a variable of the finding's receiver type. */
  private Optional<String> references(Finding finding) {
    String receiver = receiver(finding.place().function());
    if (receiver.isEmpty()) {
      return Optional.empty();
    }
    for (SideEvidence.Cited<ReferencePaths> cited : evidence.side().all(ReferencePaths.class)) {
      for (ReferencePaths.MapPath map : cited.value().maps()) {
        if (map.owner().contains(receiver + ")") || map.owner().contains(receiver + " ")) {
          return Optional.of(
              cited.name()
                  + " finds a map below that type: "
                  + map.owner()
                  + ", "
                  + Figures.bytes((double) map.keyBytes() + map.elemBytes())
                  + " of keys ("
                  + orNothing(map.keyType())
                  + ") and elems ("
                  + orNothing(map.elemType())
                  + ")");
        }
      }
    }
    return Optional.empty();
  }

  private static String orNothing(String type) {
    return type.isEmpty() ? "no memory of their own" : type;
  }

  /**
   * {@code session.Store} of {@code example.com/shop/session.(*Store).put}; empty for a function.
   */
  private static String receiver(String function) {
    String name = function.substring(function.lastIndexOf('/') + 1);
    int open = name.indexOf(".(*");
    int close = name.indexOf(')', Math.max(0, open));
    return open < 0 || close < 0
        ? ""
        : name.substring(0, open) + "." + name.substring(open + 3, close);
  }
}
