package io.mapleak.site;

import io.mapleak.source.MapSource;
import io.mapleak.source.SourceAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is known of the lines of a profile from elsewhere: from the source. */
public interface MapLines {
  /** Nothing is known. */
  MapLines NONE = line -> new SourceAnswer.Unknown("no source was given");

  /** What stands at a line. */
  SourceAnswer at(CodeLine line);

  /** Tells of a line of the profile, before any is asked for. */
  default void expect(CodeLine line) {}

  /** What of the source could not be used, for people. */
  default List<String> differences() {
    return List.of();
  }

  /**
   * Objects that a line makes, named as in {@link MapSource#objects}; empty when nothing is known.
   */
  default Set<String> made(CodeLine line) {
    return Set.of();
  }

  /** Whether the user says that there is a map at a line. */
  default boolean isNamed(CodeLine line) {
    return false;
  }

  /** The same, and a line that the user names. */
  default MapLines naming(Predicate<CodeLine> named) {
    MapLines known = this;
    return new MapLines() {
      @Override
      public SourceAnswer at(CodeLine line) {
        return known.at(line);
      }

      @Override
      public void expect(CodeLine line) {
        known.expect(line);
      }

      @Override
      public List<String> differences() {
        return known.differences();
      }

      @Override
      public Set<String> made(CodeLine line) {
        return known.made(line);
      }

      @Override
      public boolean isNamed(CodeLine line) {
        return named.test(line) || known.isNamed(line);
      }
    };
  }

  /** The map at a line; empty when there is none, or nothing is known. */
  default Optional<MapSource> map(CodeLine line) {
    return at(line) instanceof SourceAnswer.Map map ? Optional.of(map.source()) : Optional.empty();
  }
}
