package io.mapleak.view;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import io.mapleak.profile.Utf8Order;
import io.mapleak.unit.Measurement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What labels say of some nodes (internal/graph/graph.go: addSample): values by the texts of their
 * samples, and below each by block size. Of numbers only those of the key {@code bytes} are seen.
 */
final class NodeTags {
  private static final String BYTES = "bytes";

  /** Joins the texts of a sample, as DOT breaks lines. */
  private static final String JOIN = "\\n";

  /**
   * One value of a label at a node.
   *
   * @param name as it is printed
   * @param unit of the number
   * @param value the number; the first one of those that print alike
   * @param flat value of the samples whose leaf the node is
   * @param cum value of all samples
   */
  record Tag(String name, String unit, long value, long flat, long cum) {
    static final Comparator<Tag> BY_FLAT =
        Comparator.comparingLong((Tag tag) -> -Math.abs(tag.flat))
            .thenComparing(Tag::name, Utf8Order::compare);

    static final Comparator<Tag> BY_CUM =
        Comparator.comparingLong((Tag tag) -> -Math.abs(tag.cum)).thenComparing(BY_FLAT);

    Tag plus(long moreFlat, long moreCum) {
      return new Tag(name, unit, value, flat + moreFlat, cum + moreCum);
    }

    boolean isBig(long cutoff) {
      return Math.abs(flat) >= cutoff || Math.abs(cum) >= cutoff;
    }
  }

  /** The tags of one node. */
  private static final class OfNode {
    final Map<String, Tag> texts = new TreeMap<>();
    final Map<String, Map<String, Tag>> numbers = new TreeMap<>();
  }

  private final Map<Integer, OfNode> tags = new HashMap<>();
  private final String unit; // of the numbers
  private final String shownUnit;
  private final long cutoff;

  private NodeTags(String unit, String shownUnit, long cutoff) {
    this.unit = unit;
    this.shownUnit = shownUnit;
    this.cutoff = cutoff;
  }

  /**
   * Collects the tags of some nodes.
   *
   * @param cutoff tags of less are left out
   */
  static NodeTags of(
      Selection selection,
      Profile profile,
      FrameNodes frames,
      BitSet nodes,
      String shownUnit,
      long cutoff) {
    NodeTags found = new NodeTags(selection.units().of(BYTES), shownUnit, cutoff);
    StackTable stacks = profile.stacks();
    int[] lastSample = new int[frames.size()];
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      long value = profile.samples().value(sample, selection.type());
      if (value != 0) {
        String text = found.joined(profile.labels(), sample);
        List<Tag> numbers = found.numbers(profile.labels(), sample);
        int stack = profile.samples().stack(sample);
        for (int at = stacks.end(stack) - 1; at >= stacks.start(stack); at--) {
          int location = stacks.locationAt(at);
          for (int f = frames.end(location) - 1; f >= frames.start(location); f--) {
            int node = frames.node(f);
            boolean leaf = at == stacks.start(stack) && f == frames.start(location);
            boolean first = lastSample[node] != sample + 1;
            if (nodes.get(node) && (first || leaf)) {
              lastSample[node] = sample + 1;
              found.add(node, text, numbers, leaf ? value : 0, first ? value : 0);
            }
          }
        }
      }
    }
    return found;
  }

  private String joined(LabelTable labels, int sample) {
    List<String> parts = new ArrayList<>();
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      if (!labels.text(label).isEmpty() && !labels.key(label).equals(Selection.BASE)) {
        parts.add(labels.key(label) + ":" + labels.text(label));
      }
    }
    parts.sort(Utf8Order::compare);
    return String.join(JOIN, parts);
  }

  private List<Tag> numbers(LabelTable labels, int sample) {
    List<Tag> numbers = new ArrayList<>(1);
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      if (labels.text(label).isEmpty() && labels.key(label).equals(BYTES)) {
        long number = labels.number(label);
        numbers.add(new Tag(Measurement.label(number, unit, shownUnit), unit, number, 0, 0));
      }
    }
    return numbers;
  }

  private void add(int node, String text, List<Tag> numbers, long flat, long cum) {
    OfNode of = tags.computeIfAbsent(node, n -> new OfNode());
    if (!text.isEmpty()) {
      Tag tag = of.texts.getOrDefault(text, new Tag(text, "", 0, 0, 0));
      of.texts.put(text, tag.plus(flat, cum));
    }
    if (!numbers.isEmpty()) {
      Map<String, Tag> known = of.numbers.computeIfAbsent(text, t -> new TreeMap<>());
      for (Tag number : numbers) {
        known.put(number.name, known.getOrDefault(number.name, number).plus(flat, cum));
      }
    }
  }

  /** Tags of a node by the texts of its samples. */
  List<Tag> texts(int node) {
    OfNode of = tags.get(node);
    return of == null ? List.of() : of.texts.values().stream().filter(this::isBig).toList();
  }

  /** Tags of a node by block size, of those samples that have these texts. */
  List<Tag> numbers(int node, String text) {
    OfNode of = tags.get(node);
    Map<String, Tag> numbers = of == null ? null : of.numbers.get(text);
    return numbers == null ? List.of() : numbers.values().stream().filter(this::isBig).toList();
  }

  private boolean isBig(Tag tag) {
    return tag.isBig(cutoff);
  }

  /** Number of a node's tags that have a flat value. */
  long count(int node) {
    OfNode of = tags.get(node);
    if (of == null) {
      return 0;
    }
    long count = of.texts.values().stream().filter(t -> t.flat != 0 && isBig(t)).count();
    for (Map<String, Tag> numbers : of.numbers.values()) {
      count += numbers.values().stream().filter(t -> t.flat != 0 && isBig(t)).count();
    }
    return count;
  }
}
