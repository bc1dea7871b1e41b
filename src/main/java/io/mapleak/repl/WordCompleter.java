package io.mapleak.repl;

import io.mapleak.command.SiteNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;

/** Completes commands, options, functions, sample types, sites and files. */
final class WordCompleter implements Completer {
  private static final Set<String> FILES =
      Set.of("base", "diff_base", "source_path", "trim_path", "svg", "save");
  private static final Set<String> OF_SITES = Set.of("why", "whatif", "replay");
  private static final String LADDER = "ladder";
  private static final List<String> GRANULARITIES =
      List.of("functions", "filefunctions", "files", "lines", "addresses");
  private static final List<String> ORDERS = List.of("flat", "cum");
  private static final List<String> TRUTHS = List.of("true", "false");

  private final Shell shell;
  private final CommandLine commandLine;
  private final FileNameCompleter files = new FileNameCompleter();

  WordCompleter(Shell shell, CommandLine commandLine) {
    this.shell = shell;
    this.commandLine = commandLine;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> words = line.words();
    String word = line.word();
    int index = line.wordIndex();
    if (index > 0 && words.get(index - 1).startsWith(">")) {
      files.complete(reader, line, candidates);
    } else if (word.contains("=")) {
      values(word, candidates);
    } else if (index == 0) {
      first(candidates);
    } else {
      argument(reader, line, words.get(0), candidates);
    }
  }

  private void first(List<Candidate> candidates) {
    for (String name : shell.catalog().names()) {
      add(candidates, name, "commands");
    }
    for (ShellWord word : ShellWord.values()) {
      add(candidates, word.spelling(), "words");
    }
    for (String name : shell.settings().names()) {
      candidates.add(new Candidate(name + "=", name + "=", "options", null, null, null, false));
    }
    shell.open().sampleTypes().forEach(type -> add(candidates, type, "sample types"));
  }

  private void argument(
      LineReader reader, ParsedLine line, String first, List<Candidate> candidates) {
    String command = shell.habits().command(first);
    boolean own = ShellWord.of(first) != null;
    if (command.isEmpty() && !own) {
      return;
    }
    if (OF_SITES.contains(first)) {
      sites().forEach(site -> add(candidates, site, "sites"));
    }
    if (first.equals("help")) {
      first(candidates);
    } else if (first.equals("open")) {
      files.complete(reader, line, candidates);
    } else if (line.word().startsWith("-") && !command.isEmpty()) {
      for (String option : shell.catalog().options(command)) {
        boolean wants = shell.catalog().spec(command).findOption(option).arity().min() > 0;
        String text = wants ? option + "=" : option;
        candidates.add(new Candidate(text, text, "options", null, null, null, !wants));
      }
      if (shell.catalog().isView(command) && line.word().length() > 1) {
        shell.functions().forEach(name -> add(candidates, "-" + name, "functions"));
      }
    } else if (command.equals(LADDER) || (!command.isEmpty() && shell.catalog().isView(command))) {
      shell.functions().forEach(name -> add(candidates, name, "functions"));
    } else if (!own) {
      files.complete(reader, line, candidates);
    }
  }

  private List<String> sites() {
    return SiteNames.of(
        shell.open().inputs(), shell.runner().surroundings(Window.NONE), commandLine);
  }

  private void values(String word, List<Candidate> candidates) {
    int equals = word.indexOf('=');
    String head = word.substring(0, equals + 1);
    String name = word.substring(0, equals).replaceFirst("^-+", "");
    if (FILES.contains(name)) {
      paths(word.substring(equals + 1)).forEach(path -> values(head, path, candidates));
    } else {
      choices(name).forEach(value -> values(head, value, candidates));
    }
  }

  private static void values(String head, String value, List<Candidate> candidates) {
    boolean whole = !value.endsWith("/");
    candidates.add(new Candidate(head + value, value, null, null, null, null, whole));
  }

  private Iterable<String> choices(String name) {
    if (name.equals("sample_index")) {
      return shell.open().sampleTypes();
    }
    if (name.equals("granularity")) {
      return GRANULARITIES;
    }
    if (name.equals("sort")) {
      return ORDERS;
    }
    return shell.settings().isTruth(name) ? TRUTHS : shell.functions();
  }

  /** Files in the folder of what is typed so far. */
  private static List<String> paths(String begin) {
    int slash = begin.lastIndexOf('/');
    String folder = slash < 0 ? "" : begin.substring(0, slash + 1);
    try (Stream<Path> found = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
      return found
          .map(path -> folder + path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
          .sorted()
          .toList();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }

  private static void add(List<Candidate> candidates, String word, String group) {
    candidates.add(new Candidate(word, word, group, null, null, null, true));
  }
}
