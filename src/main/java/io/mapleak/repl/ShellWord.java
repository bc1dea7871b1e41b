package io.mapleak.repl;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words that only the shell has. */
enum ShellWord {
  HELP("help [COMMAND]", "the words, or how to use one", "help ?"),
  OPTIONS("o", "the options that stay, with their values", "o options"),
  CLEAR(":", "clears all filters: focus, ignore, hide, show, ...", ":"),
  OPEN("open INPUT...", "opens other profiles or directories", "open"),
  PROFILE("profile [N|all]", "which profile of a series the views show", "profile"),
  WHY("why ID", "why a line is taken for a map: all reasons", "why"),
  WHATIF("whatif ID", "what each change of a map would save", "whatif"),
  QUIT("quit", "leaves, as Ctrl-D does", "quit q exit");

  private final String usage;
  private final String duty;
  private final String spellings;

  /** Spellings are parted by blanks, the one that is completed first. */
  ShellWord(String usage, String duty, String spellings) {
    this.usage = usage;
    this.duty = duty;
    this.spellings = spellings;
  }

  /** The word that is spelt so; null when there is none. */
  static @Nullable ShellWord of(String spelling) {
    return Arrays.stream(values())
        .filter(word -> word.all().contains(spelling))
        .findFirst()
        .orElse(null);
  }

  String usage() {
    return usage;
  }

  String duty() {
    return duty;
  }

  /** How it is completed. */
  String spelling() {
    return all().get(0);
  }

  private List<String> all() {
    return List.of(spellings.split(" ", -1));
  }
}
