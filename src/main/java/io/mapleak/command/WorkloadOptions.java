package io.mapleak.command;

import io.mapleak.simulator.workload.Workload;
import io.mapleak.simulator.workload.WorkloadException;
import io.mapleak.simulator.workload.WorkloadParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A workload of one phase told by options: each is a line of the text format. */
final class WorkloadOptions {
  /** Name of the only phase. */
  private static final String PHASE = "load";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(names = "--key", paramLabel = "TYPE", description = "Type of the keys, as in Go.")
  private @Nullable String key;

  @Option(names = "--elem", paramLabel = "TYPE", description = "Type of the elems, as in Go.")
  private @Nullable String elem;

  @Option(
      names = "--struct",
      paramLabel = "NAME=SIZE[:ALIGN][:pointers]",
      description = "Size of a named type that is used by value; or NAME=TYPE.")
  private List<String> structs = new ArrayList<>();

  @Option(
      names = "--key-object",
      paramLabel = "BYTES",
      description = "Heap bytes that a key points to, e.g. the length of a string.")
  private @Nullable String keyObject;

  @Option(
      names = "--elem-object",
      paramLabel = "BYTES",
      description = "Heap bytes that an elem points to.")
  private @Nullable String elemObject;

  @Option(names = "--hint", paramLabel = "N", description = "Entries that make is told.")
  private @Nullable String hint;

  @Option(
      names = "--maps",
      paramLabel = "N",
      description = "Maps that share the operations (default: 1).")
  private @Nullable String maps;

  @Option(names = "--for", paramLabel = "TIME", description = "How long, e.g. 90s, 30m or 8h.")
  private @Nullable String length;

  @Option(
      names = "--insert",
      paramLabel = "RATE [KEYS]",
      description = {
        "Inserts: COUNT/s, COUNT/min, COUNT/h, or COUNT in all; new keys, or",
        "'50/s zipf 1.1 of 100000', and so for uniform, sequential and hot 10%% 90%%."
      })
  private List<String> inserts = new ArrayList<>();

  @Option(
      names = "--update",
      paramLabel = "RATE [KEYS]",
      description = "Assigns of keys that are there, e.g. '200/s hot 10%% 90%%'.")
  private List<String> updates = new ArrayList<>();

  @Option(
      names = "--delete",
      paramLabel = "RATE [KEYS]",
      description = "Deletes, e.g. '20/s sequential' for the oldest first, or newest.")
  private List<String> deletes = new ArrayList<>();

  @Option(
      names = "--lookup",
      paramLabel = "RATE [KEYS]",
      description = "Lookups, e.g. '500/s uniform miss 5%%'.")
  private List<String> lookups = new ArrayList<>();

  @Option(
      names = "--lifetime",
      paramLabel = "TIME",
      description = "Entries are deleted after it: TIME, 'idle TIME', 'mean TIME', 'TIME to TIME'.")
  private @Nullable String lifetime;

  @Option(
      names = "--at",
      paramLabel = "EVENT",
      description = "E.g. '2h delete 90%%', '0 insert 1000', '30m clear', '1h rebuild', '1h make'.")
  private List<String> at = new ArrayList<>();

  @Option(
      names = "--every",
      paramLabel = "EVENT",
      description = "The same again and again, e.g. '1h rebuild' or '10s range'.")
  private List<String> every = new ArrayList<>();

  /** Options in the order of the lines that they become. */
  private final List<String> options = new ArrayList<>();

  private final List<String> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** Whether any of them was given. */
  boolean anyGiven() {
    lines();
    return !options.isEmpty();
  }

  /** The workload; a usage error that names the option where one is wrong. */
  Workload workload() {
    if (key == null || elem == null) {
      throw usage("name the types of the map: --key TYPE --elem TYPE");
    }
    if (length == null) {
      throw usage("say how long the workload is: --for TIME, e.g. --for 8h");
    }
    lines();
    try {
      return WorkloadParser.parse("options", text.toString());
    } catch (WorkloadException e) {
      int line = Math.min(e.line(), options.size()) - 1;
      int column = Math.max(1, e.column() - words.get(line).length() - 1);
      String cure = e.expected().replace("e.g. type ", "e.g. --struct ");
      throw usage(options.get(line) + ", column " + column + ": " + e.problem() + ": " + cure);
    }
  }

  private void lines() {
    options.clear();
    words.clear();
    text.setLength(0);
    structs.forEach(struct -> line("--struct", "type", struct));
    line("--key", "key", key);
    line("--key-object", "key-object", keyObject);
    line("--elem", "elem", elem);
    line("--elem-object", "elem-object", elemObject);
    line("--hint", "hint", hint);
    line("--maps", "maps", maps);
    line("--for", "phase " + PHASE + " for", length);
    inserts.forEach(insert -> line("--insert", "insert", insert));
    updates.forEach(update -> line("--update", "update", update));
    deletes.forEach(delete -> line("--delete", "delete", delete));
    lookups.forEach(lookup -> line("--lookup", "lookup", lookup));
    line("--lifetime", "lifetime", lifetime);
    at.forEach(event -> line("--at", "at", event));
    every.forEach(event -> line("--every", "every", event));
  }

  private void line(String option, String word, @Nullable String value) {
    if (value != null) {
      options.add(option);
      words.add(word);
      text.append(word).append(' ').append(value.replaceAll("[\\r\\n]", " ")).append('\n');
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandLine(), message);
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command");
    }
    return spec.commandLine();
  }
}
