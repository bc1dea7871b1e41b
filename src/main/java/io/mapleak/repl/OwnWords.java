package io.mapleak.repl;

import java.util.List;

/** Does what the words do that only the shell has. */
final class OwnWords {
  private final Shell shell;

  OwnWords(Shell shell) {
    this.shell = shell;
  }

  Outcome run(ShellWord word, ShellLine line) throws ShellException {
    List<String> rest = line.words().subList(1, line.words().size());
    return switch (word) {
      case QUIT -> Outcome.LEAVE;
      case CLEAR -> {
        shell.settings().clearFilters();
        yield Outcome.DONE;
      }
      case OPTIONS -> shell.give(shell.settings().text(), line);
      case HELP -> help(rest, line);
      case OPEN -> shell.open(rest);
      case PROFILE -> profile(rest, line);
      case WHY -> onSite(word, List.of("sites", "--why"), rest, line);
      case WHATIF -> onSite(word, List.of("replay"), rest, line);
    };
  }

  private Outcome onSite(ShellWord word, List<String> command, List<String> rest, ShellLine line)
      throws ShellException {
    if (rest.size() != 1) {
      throw new ShellException(word.spelling() + " wants a site: " + word.usage());
    }
    return shell.command(Habits.onSite(command, rest.get(0), shell.open()), line.target());
  }

  private Outcome profile(List<String> rest, ShellLine line) throws ShellException {
    OpenInputs open = shell.open();
    if (rest.isEmpty()) {
      return shell.give(open.text(), line);
    }
    String which = rest.get(0);
    int count = open.profiles().size();
    if (which.equals("all")) {
      shell.show(OpenInputs.ALL);
    } else if (which.matches("[0-9]{1,6}")
        && Integer.parseInt(which) >= 1
        && Integer.parseInt(which) <= count) {
      shell.show(Integer.parseInt(which) - 1);
    } else {
      throw new ShellException("profile " + which + ": there are 1 to " + count + ", or all");
    }
    return Outcome.DONE;
  }

  private Outcome help(List<String> rest, ShellLine line) throws ShellException {
    if (rest.isEmpty()) {
      return shell.give(HelpText.of(shell.catalog()), line);
    }
    ShellWord own = ShellWord.of(rest.get(0));
    if (own != null) {
      return shell.give(own.usage() + "\n  " + own.duty() + "\n", line);
    }
    String command = shell.habits().command(rest.get(0));
    if (command.isEmpty()) {
      throw ShellException.noCommand(rest.get(0));
    }
    return shell.command(List.of(command, "--help"), line.target());
  }
}
