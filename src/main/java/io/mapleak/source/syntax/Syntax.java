package io.mapleak.source.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A named node of a Go file's syntax tree; kinds and fields are those of tree-sitter's Go grammar,
 * e.g. {@code index_expression} with {@code operand} and {@code index}. Operators stand as nodes of
 * the field {@code operator}. Immutable once its declaration is read.
 */
public final class Syntax {
  private final SourceText source;
  private final String kind;
  private final String field;
  private final int start;
  private final int end;
  private final @Nullable Syntax parent;
  private List<Syntax> children = List.of();

  Syntax(
      SourceText source, String kind, String field, int start, int end, @Nullable Syntax parent) {
    this.source = source;
    this.kind = kind;
    this.field = field;
    this.start = start;
    this.end = end;
    this.parent = parent;
  }

  void setChildren(List<Syntax> all) {
    children = List.copyOf(all);
  }

  /** Kind of the node. */
  public String kind() {
    return kind;
  }

  /** Whether it is of one of these kinds. */
  public boolean is(String... kinds) {
    for (String k : kinds) {
      if (kind.equals(k)) {
        return true;
      }
    }
    return false;
  }

  /** What it is to its parent; empty: nothing that has a name. */
  public String field() {
    return field;
  }

  /** The node around it, up to the declaration at the top of the file; null there. */
  public @Nullable Syntax parent() {
    return parent;
  }

  /** The nearest node around it of one of these kinds. */
  public @Nullable Syntax enclosing(String... kinds) {
    Syntax node = parent;
    while (node != null && !node.is(kinds)) {
      node = node.parent;
    }
    return node;
  }

  /** Nodes directly in it. */
  public List<Syntax> children() {
    return children;
  }

  /** The first node that is this to it. */
  public @Nullable Syntax child(String name) {
    for (Syntax child : children) {
      if (child.field.equals(name)) {
        return child;
      }
    }
    return null;
  }

  /** All nodes that are this to it, in order. */
  public List<Syntax> children(String name) {
    List<Syntax> found = new ArrayList<>();
    for (Syntax child : children) {
      if (child.field.equals(name)) {
        found.add(child);
      }
    }
    return found;
  }

  /** The first node directly in it of one of these kinds. */
  public @Nullable Syntax first(String... kinds) {
    for (Syntax child : children) {
      if (child.is(kinds)) {
        return child;
      }
    }
    return null;
  }

  /** The node itself and all below it, in the order of the text. */
  public Stream<Syntax> all() {
    List<Syntax> nodes = new ArrayList<>();
    collect(nodes);
    return nodes.stream();
  }

  /** All nodes of one kind, itself included. */
  public Stream<Syntax> all(String wanted) {
    return all().filter(node -> node.kind.equals(wanted));
  }

  private void collect(List<Syntax> nodes) {
    nodes.add(this);
    for (Syntax child : children) {
      child.collect(nodes);
    }
  }

  /** Go text of the node. */
  public String text() {
    return source.between(start, end);
  }

  /** Offset of its first byte. */
  public int start() {
    return start;
  }

  /** Offset behind its last byte. */
  public int end() {
    return end;
  }

  /** Whether another node lies in it, or is itself. */
  public boolean holds(Syntax other) {
    return start <= other.start && other.end <= end;
  }

  /** Line of its first byte, from 1. */
  public int line() {
    return source.line(start);
  }

  /** Line of its last byte. */
  public int endLine() {
    return source.line(Math.max(start, end - 1));
  }

  @Override
  public String toString() {
    return kind + " " + text();
  }

  /**
   * The innermost operand: {@code s} of {@code s.shards[i].m}; the node itself where it has none.
   */
  public Syntax owner() {
    Syntax operand = child("operand");
    return operand == null ? this : operand.owner();
  }
}
