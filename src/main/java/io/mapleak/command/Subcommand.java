package io.mapleak.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All commands, in the order in which help lists them. */
enum Subcommand {
  ANALYZE,
  SITES,
  DIFF,
  REPLAY,
  FORECAST,
  VERIFY_FIX,
  TOP,
  TREE,
  PEEK,
  LIST,
  TRACES,
  TAGS,
  COMMENTS,
  DOT,
  FLAME,
  CALLGRIND,
  PROTO,
  RAW,
  SURVIVAL,
  LADDER,
  SIZE,
  SIMULATE,
  RULES,
  EXPLAIN;

  private static final Subcommand[] ALL = values();

  /** The command of this name; null when there is none. */
  static @Nullable Subcommand named(String name) {
    for (Subcommand command : ALL) {
      if (command.word().equals(name)) {
        return command;
      }
    }
    return null;
  }

  /** Name on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The command for one run.
   *
   * @param version of this tool
   */
  Object create(Surroundings surroundings, String version) {
    return switch (this) {
      case ANALYZE -> new AnalyzeCommand(surroundings, version);
      case SITES -> new SitesCommand(surroundings);
      case DIFF -> new DiffCommand(surroundings, version);
      case REPLAY -> new ReplayCommand(surroundings);
      case FORECAST -> new ForecastCommand(surroundings);
      case VERIFY_FIX -> new VerifyFixCommand(surroundings);
      case TOP -> new TopCommand(surroundings);
      case TREE -> new TreeCommand(surroundings);
      case PEEK -> new PeekCommand(surroundings);
      case LIST -> new ListCommand(surroundings);
      case TRACES -> new TracesCommand(surroundings);
      case TAGS -> new TagsCommand(surroundings);
      case COMMENTS -> new CommentsCommand(surroundings);
      case DOT -> new DotCommand(surroundings);
      case FLAME -> new FlameCommand(surroundings);
      case CALLGRIND -> new CallgrindCommand(surroundings);
      case PROTO -> new ProtoCommand(surroundings);
      case RAW -> new RawCommand(surroundings);
      case SURVIVAL -> new SurvivalCommand(surroundings);
      case LADDER -> new LadderCommand(surroundings);
      case SIZE -> new SizeCommand(surroundings);
      case SIMULATE -> new SimulateCommand(surroundings);
      case RULES -> new RulesCommand(surroundings);
      case EXPLAIN -> new ExplainCommand(surroundings);
    };
  }
}
