package io.mapleak.view;

import io.mapleak.unit.Measurement;
import io.mapleak.view.NodeTags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The boxes that a drawing hangs on a node, for its labels (internal/graph/dotgraph.go). */
final class DotTags {
  private final NodeTags tags;
  private final Amounts amounts;

  DotTags(NodeTags tags, Amounts amounts) {
    this.tags = tags;
    this.amounts = amounts;
  }

  /**
   * Appends the boxes of a node.
   *
   * @param id number of the node in the drawing
   * @param isLeaf whether it calls nothing: then its boxes also stand for what was dropped below it
   */
  void write(StringBuilder text, int node, int id, boolean isLeaf) {
    List<Tag> texts = new ArrayList<>(tags.texts(node));
    texts.sort(order(isLeaf));
    for (int i = 0; i < Math.min(texts.size(), DotGraph.MOST_TAGS); i++) {
      Tag tag = texts.get(i);
      long value = isLeaf ? tag.cum() : tag.flat();
      if (value != 0) {
        String name = "N" + id + "_" + i;
        box(text, "N" + id, name, tag.name(), value, "");
        numbers(text, tags.numbers(node, tag.name()), name, isLeaf);
      }
    }
    numbers(text, tags.numbers(node, ""), "N" + id, isLeaf);
  }

  private static Comparator<Tag> order(boolean isLeaf) {
    return isLeaf ? Tag.BY_CUM : Tag.BY_FLAT;
  }

  private void numbers(StringBuilder text, List<Tag> numbers, String source, boolean isLeaf) {
    List<Tag> few = grouped(numbers, isLeaf);
    for (int i = 0; i < few.size(); i++) {
      Tag tag = few.get(i);
      boolean flat = !isLeaf || tag.flat() == tag.cum();
      long value = flat ? tag.flat() : tag.cum();
      if (value != 0) {
        String style = flat ? "" : " style=\"dotted\"";
        box(text, source, "N" + source + "_" + i, tag.name(), value, style);
      }
    }
  }

  private void box(
      StringBuilder text, String source, String name, String title, long value, String style) {
    String label = amounts.label(value);
    text.append(name).append(" [label = \"").append(title).append("\" id=\"").append(name);
    text.append("\" fontsize=8 shape=box3d tooltip=\"").append(label).append("\"]\n");
    text.append(source).append(" -> ").append(name).append(" [label=\" ").append(label);
    text.append("\" weight=100 tooltip=\"").append(label).append("\" labeltooltip=\"");
    text.append(label).append('"').append(style).append("]\n");
  }

  /** The biggest tags, with all others put to the nearest of them by size. */
  private static List<Tag> grouped(List<Tag> tags, boolean isLeaf) {
    List<Tag> sorted = new ArrayList<>(tags);
    sorted.sort(order(isLeaf));
    if (sorted.size() <= DotGraph.MOST_TAGS) {
      return sorted;
    }
    List<List<Tag>> groups = new ArrayList<>();
    for (Tag tag : sorted) {
      if (groups.size() < DotGraph.MOST_TAGS) {
        groups.add(new ArrayList<>(List.of(tag)));
      } else {
        nearest(groups, tag).add(tag);
      }
    }
    List<Tag> few = new ArrayList<>();
    groups.forEach(group -> few.add(together(group)));
    few.sort(order(isLeaf));
    return few;
  }

  private static List<Tag> nearest(List<List<Tag>> groups, Tag tag) {
    List<Tag> nearest = groups.get(0);
    for (List<Tag> group : groups) {
      if (distance(tag, group.get(0)) < distance(tag, nearest.get(0))) {
        nearest = group;
      }
    }
    return nearest;
  }

  private static double distance(Tag tag, Tag other) {
    double value = Measurement.scale(other.value(), other.unit(), tag.unit()).value();
    return Math.abs(value - tag.value());
  }

  private static Tag together(List<Tag> group) {
    Tag least = group.get(0);
    Tag most = group.get(0);
    long flat = 0;
    long cum = 0;
    for (Tag tag : group) {
      least = in(least.unit(), tag) < least.value() ? tag : least;
      most = in(most.unit(), tag) > most.value() ? tag : most;
      flat += tag.flat();
      cum += tag.cum();
    }
    String name = label(least);
    return new Tag(group.size() == 1 ? name : name + ".." + label(most), "", 0, flat, cum);
  }

  private static long in(String unit, Tag tag) {
    return GoLong.cut(Measurement.scale(tag.value(), tag.unit(), unit).value());
  }

  /** Block sizes are much smaller than other values, so each is in its own unit. */
  private static String label(Tag tag) {
    return Measurement.label(tag.value(), tag.unit(), Measurement.AUTO);
  }
}
