package io.mapleak.repl;

import java.util.Locale;

/** What {@code help} prints. */
final class HelpText {
  private HelpText() {}

  static String of(Catalog catalog) {
    StringBuilder text = new StringBuilder("Commands, on what is open:\n");
    for (String name : catalog.names()) {
      row(text, name, brief(catalog.spec(name).usageMessage().description()));
    }
    text.append("Words of the shell:\n");
    for (ShellWord word : ShellWord.values()) {
      row(text, word.usage(), word.duty());
    }
    text.append(
        """
        Views are used as in pprof's shell:
          top10, top 10            so many rows
          top -cum, top -lines     options as on the command line
          top store -net/http      only stacks with store and without net/http
          list Store.*put          peek and list want a pattern; a function's whole name will do
          focus=store              an option that stays; focus= takes it back; o shows all
          alloc_space, cum, lines  the same in one word
        Output: top >file   top >>file   traces | head
        TAB completes; help COMMAND tells more.
        """);
    return text.toString();
  }

  /** The first sentence, up to what it explains. */
  private static String brief(String[] description) {
    return String.join(" ", description).replaceFirst("(: |\\.( |$)).*", "");
  }

  private static void row(StringBuilder text, String usage, String duty) {
    text.append(String.format(Locale.ROOT, "  %-22s  %s", usage, duty)).append('\n');
  }
}
