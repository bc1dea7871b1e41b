package io.mapleak.view;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The block sizes of one line of code: a classic map climbs a ladder of arrays each about twice as
 * big as the one before, a Swiss map holds many tables of one size, a slice climbs by a quarter.
 * Immutable.
 *
 * @param place the line
 * @param direct whether the line allocates itself; else all that it calls counts
 * @param rungs by block size, smallest first; size 0: not said
 */
public record Ladder(CodePlace place, boolean direct, List<Rung> rungs) {
  /** Label under which Go keeps the size of a sample's blocks. */
  private static final String BYTES = "bytes";

  /**
   * All blocks of one size.
   *
   * @param blockBytes their size
   * @param sums how many there are, and were
   */
  public record Rung(long blockBytes, HeapSums sums) {}

  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /**
   * The ladders of all lines that a user may mean: those that allocate; where none does, those that
   * call what allocates. In order of their places.
   *
   * @throws UnknownSampleTypeException when it is no heap profile
   */
  public static List<Ladder> of(Profile profile, CodeSpot spot) throws UnknownSampleTypeException {
    HeapTypes types = HeapTypes.of(profile);
    boolean[] lines = new boolean[profile.locations().lineCount()];
    for (int line = 0; line < lines.length; line++) {
      lines[line] = spot.matches(profile, line);
    }
    List<Ladder> direct = of(profile, types, lines, true);
    return direct.isEmpty() ? of(profile, types, lines, false) : direct;
  }

  private static List<Ladder> of(
      Profile profile, HeapTypes types, boolean[] lines, boolean direct) {
    Map<CodePlace, TreeMap<Long, HeapSums>> byPlace = new TreeMap<>();
    Map<Integer, @Nullable CodePlace> ofStack = new HashMap<>();
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      int stack = profile.samples().stack(sample);
      if (!ofStack.containsKey(stack)) {
        ofStack.put(stack, place(profile, stack, lines, direct));
      }
      CodePlace place = ofStack.get(stack);
      if (place != null) {
        byPlace
            .computeIfAbsent(place, p -> new TreeMap<>())
            .merge(
                blockBytes(profile.labels(), sample),
                HeapSums.of(profile.samples(), sample, types),
                HeapSums::plus);
      }
    }
    List<Ladder> ladders = new ArrayList<>();
    byPlace.forEach(
        (place, rungs) ->
            ladders.add(
                new Ladder(
                    place,
                    direct,
                    rungs.entrySet().stream()
                        .map(rung -> new Rung(rung.getKey(), rung.getValue()))
                        .toList())));
    return ladders;
  }

  /** The innermost line of a stack that is meant; null when none is. */
  private static @Nullable CodePlace place(
      Profile profile, int stack, boolean[] lines, boolean leafOnly) {
    StackTable stacks = profile.stacks();
    for (int at = stacks.start(stack); at < stacks.end(stack); at++) {
      int location = stacks.locationAt(at);
      int end = profile.locations().lineEnd(location);
      for (int line = profile.locations().lineStart(location); line < end; line++) {
        if (lines[line]) {
          return CodePlace.of(profile, line);
        }
        if (leafOnly) {
          return null;
        }
      }
    }
    return null;
  }

  private static long blockBytes(LabelTable labels, int sample) {
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      if (labels.key(label).equals(BYTES)) {
        return labels.number(label);
      }
    }
    return 0;
  }

  /** All ladders as one table. */
  public static Table table(List<Ladder> ladders) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Ladder ladder : ladders) {
      for (Rung rung : ladder.rungs) {
        rows.add(
            Arrays.asList(
                ladder.place.function(),
                ladder.place.file(),
                ladder.place.line(),
                ladder.direct ? "self" : "callees",
                rung.blockBytes == 0 ? null : (Long) rung.blockBytes,
                rung.sums.inuseObjects(),
                rung.sums.inuseSpace(),
                rung.sums.allocObjects(),
                rung.sums.allocSpace(),
                100 * rung.sums.survival()));
      }
    }
    List<String> columns =
        List.of(
            "func",
            "file",
            "line",
            "allocated_by",
            "block_bytes",
            "inuse_objects",
            "inuse_space",
            "alloc_objects",
            "alloc_space",
            "survival_percent");
    return new Table("mapleak.ladder/1", Map.of(), columns, rows);
  }
}
