package io.mapleak.repl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options that stay from line to line, as pprof's shell has them. */
final class Settings {
  /** Filters that {@code :} clears. */
  private static final Set<String> FILTERS =
      Set.of("focus", "ignore", "hide", "show", "show_from", "prune_from", "tagfocus", "tagignore");

  /** Words that are values of an option: the option that each belongs to. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("cum", "sort"),
          Map.entry("flat", "sort"),
          Map.entry("functions", "granularity"),
          Map.entry("filefunctions", "granularity"),
          Map.entry("files", "granularity"),
          Map.entry("lines", "granularity"),
          Map.entry("addresses", "granularity"),
          Map.entry("inuse_space", "sample_index"),
          Map.entry("inuse_objects", "sample_index"),
          Map.entry("alloc_space", "sample_index"),
          Map.entry("alloc_objects", "sample_index"));

  private static final Set<String> NOT_KEPT = Set.of("help", "version", "format");

  private final Catalog catalog;
  private final Map<String, String> values = new TreeMap<>();

  /** The options of the views, at their defaults. */
  Settings(Catalog catalog) {
    this.catalog = catalog;
    values.put("compact_labels", "true"); // as in pprof's shell: what is open was told at the begin
  }

  /** The names that can be set, sorted. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : catalog.settings().options()) {
      String name = name(option);
      if (isShort(option) && !VALUES.containsKey(name) && !NOT_KEPT.contains(name)) {
        names.add(name);
      }
    }
    Collections.sort(names);
    return names;
  }

  /** Whether a word alone sets something: {@code cum}, {@code lines}, {@code noinlines}. */
  boolean isSwitch(String word) {
    return VALUES.containsKey(word) || (isName(word) && isTruth(word));
  }

  /** Whether a word is the name of an option that wants a value. */
  boolean isName(String word) {
    return names().contains(word);
  }

  /** Whether the option of this name is true or false. */
  boolean isTruth(String name) {
    OptionSpec option = catalog.settings().findOption("-" + name);
    return option != null && option.type() == boolean.class;
  }

  /** Turns a switch on. */
  void turnOn(String word) throws ShellException {
    String option = VALUES.get(word);
    set(option == null ? word : option, option == null ? "true" : word);
  }

  /**
   * Sets an option; an empty value brings its default back.
   *
   * @throws ShellException when there is no such option, or it takes no such value
   */
  void set(String name, String value) throws ShellException {
    if (VALUES.containsKey(name)) {
      if (value.equals("true")) {
        turnOn(name);
        return;
      }
      throw new ShellException(name + "=" + value + ": say " + VALUES.get(name) + "=... instead");
    }
    if (!isName(name)) {
      throw new ShellException("there is no option '" + name + "': o lists all");
    }
    if (value.isEmpty()) {
      values.remove(name);
      return;
    }
    try {
      catalog.check("-" + name + "=" + value);
    } catch (ParameterException e) {
      throw new ShellException(String.valueOf(e.getMessage()));
    }
    values.put(name, value);
    if (name.equals("base")) {
      values.remove("diff_base");
    } else if (name.equals("diff_base")) {
      values.remove("base");
    }
  }

  void clearFilters() {
    values.keySet().removeAll(FILTERS);
  }

  /** The value of an option; null where it has its default. */
  @Nullable String value(String name) {
    return values.get(name);
  }

  /**
   * What a view is given of the options that stay.
   *
   * @param given the words of the line: what they say themselves is left out
   */
  List<String> arguments(List<String> given) {
    List<String> arguments = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (given.stream().noneMatch(word -> says(word, name))) {
            arguments.add("-" + name + "=" + value);
          }
        });
    return arguments;
  }

  private static boolean says(String word, String name) {
    if (!word.startsWith("-")) {
      return false;
    }
    int equals = word.indexOf('=');
    String said = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^--?", "");
    said = said.replace('-', '_');
    boolean base = name.endsWith("base") && said.endsWith("base");
    return base || said.equals(name) || name.equals(VALUES.get(said));
  }

  /** All options with their values, one a line. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (String name : names()) {
      OptionSpec option = catalog.settings().findOption("-" + name);
      String value = values.get(name);
      String shown = value == null ? byDefault(option) : value;
      String duty = option == null ? "" : option.description()[0];
      String mark = value == null ? " " : "*";
      text.append(String.format(Locale.ROOT, "%s %-22s = %-18s //: %s", mark, name, shown, duty));
      text.append('\n');
    }
    return text.append("* set here; NAME= brings the default back\n").toString();
  }

  private static String byDefault(@Nullable OptionSpec option) {
    if (option == null) {
      return "";
    }
    Object initial = option.initialValue();
    return initial == null || initial.toString().equals("[]") ? "\"\"" : quoted(initial.toString());
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "\"\"" : value;
  }

  /** Options of pprof have one dash; those with two are mapleak's. */
  private static boolean isShort(OptionSpec option) {
    String name = option.names()[0];
    return name.startsWith("-") && !name.startsWith("--") && name.length() > 2;
  }

  private static String name(OptionSpec option) {
    return option.names()[0].replaceFirst("^-+", "");
  }
}
