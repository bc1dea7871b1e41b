package io.mapleak.command;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.syntax.GoTypes;
import io.mapleak.gomap.syntax.TypeException;
import io.mapleak.gomap.syntax.TypeShape;
import io.mapleak.gomap.syntax.UnknownTypeException;
import io.mapleak.report.SizeReport;
import io.mapleak.report.SizeText;
import io.mapleak.simulator.size.SizeTable;
import io.mapleak.simulator.size.SizedMap;
import io.mapleak.simulator.size.Sizing;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mapleak size}: what a map costs, by Go release and hint. */
@Command(
    name = "size",
    description = "Tells what a map of some type and entries costs, by Go release and hint.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SizeCommand implements Callable<Integer> {
  private static final String SYNC_MAP = "sync.Map";

  /** Bytes that a process on amd64 can address. */
  private static final double ADDRESS_SPACE = 1L << 47;

  /** Formats of the table. */
  enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN
  }

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--key", paramLabel = "TYPE", description = "Type of the keys, as in Go.")
  private @Nullable String key;

  @Option(names = "--elem", paramLabel = "TYPE", description = "Type of the elems, as in Go.")
  private @Nullable String elem;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Both at once, e.g. 'map[string]*User'; or sync.Map.")
  private @Nullable String type;

  @Option(
      names = "--entries",
      required = true,
      split = ",",
      paramLabel = "N",
      description = "Entries of the map; several are separated by commas.")
  private List<Long> entries = new ArrayList<>();

  @Option(
      names = "--hint",
      split = ",",
      paramLabel = "N",
      description = "Entries that make is told (default: none, and the entries beside it).")
  private List<Long> hints = new ArrayList<>();

  @Option(
      names = "--go",
      split = ",",
      paramLabel = "VERSION",
      converter = GoVersionConverter.class,
      description = "Go releases, e.g. 1.23,1.26 (default: one of each design).")
  private List<GoVersion> releases = new ArrayList<>();

  @Option(
      names = "--struct",
      paramLabel = "NAME=SIZE[:ALIGN][:pointers]",
      description = {
        "Size of a named type that is used by value, in bytes, and whether it holds pointers;",
        "or NAME=TYPE, e.g. ID=[16]byte. One that is only pointed to needs none."
      })
  private List<String> structs = new ArrayList<>();

  @Option(names = "--format", description = "text, json, csv or markdown (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "Colours: auto, always or never (default: auto).")
  private Surroundings.Color color = Surroundings.Color.AUTO;

  /** A command for one run. */
  public SizeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    checkCounts("--entries", entries);
    checkCounts("--hint", hints);
    SizedMap map = map();
    if (map instanceof SizedMap.SyncMap && !hints.isEmpty()) {
      throw usage("a sync.Map takes no hint: leave --hint out");
    }
    checkRoom(map);
    SizeTable table = SizeTable.of(map, releases, entries, hints);
    PrintWriter out = commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT -> SizeText.of(table, surroundings.style(color));
          case JSON -> SizeReport.json(table);
          case CSV -> SizeReport.csv(table);
          case MARKDOWN -> SizeReport.markdown(table);
        });
    out.flush();
    return ExitCode.OK;
  }

  private void checkCounts(String option, List<Long> counts) {
    for (long count : counts) {
      if (count < 0 || count > Sizing.MAX_ENTRIES) {
        throw usage(option + " " + count + ": a number of entries is 0 to " + Sizing.MAX_ENTRIES);
      }
    }
  }

  /** A map of more keys than there are, or than any process has room for, has no cost. */
  private void checkRoom(SizedMap map) {
    if (!(map instanceof SizedMap.OfType of)) {
      return;
    }
    double each = (double) of.type().key().size() + of.type().elem().size();
    for (long count : entries) {
      if (count > mostKeys(of.type().key().size())) {
        throw usage(
            "--entries "
                + count
                + ": a key of "
                + of.type().key().size()
                + " bytes has fewer values");
      }
      if (count * each > ADDRESS_SPACE) {
        throw usage(
            "--entries "
                + count
                + ": entries of this type fill more than the address space, 2^47 bytes");
      }
    }
  }

  /** Values that so many bytes can have; no map has more keys. */
  private static double mostKeys(long bytes) {
    return Math.pow(1 << Byte.SIZE, bytes);
  }

  private SizedMap map() {
    GoTypes types = GoTypes.standard();
    for (String struct : structs) {
      try {
        types = types.with(struct);
      } catch (TypeException e) {
        throw usage("--struct " + struct + ": " + told(e));
      }
    }
    if (type != null) {
      if (key != null || elem != null) {
        throw usage("--type says both types: leave --key and --elem out");
      }
      return type.strip().equals(SYNC_MAP) ? new SizedMap.SyncMap() : wholeType(types, type);
    }
    if (key == null || elem == null) {
      throw usage("name the types: --key TYPE --elem TYPE, or --type 'map[KEY]ELEM'");
    }
    TypeShape keyShape = keyType(types, key);
    return new SizedMap.OfType(types.map(keyShape, elemType(types, elem)));
  }

  private SizedMap wholeType(GoTypes types, String text) {
    try {
      return new SizedMap.OfType(types.map(text));
    } catch (TypeException e) {
      throw usage("--type " + text + ": " + told(e));
    }
  }

  private TypeShape keyType(GoTypes types, String text) {
    try {
      return types.key(text);
    } catch (TypeException e) {
      throw usage("--key " + text + ": " + told(e));
    }
  }

  private TypeShape elemType(GoTypes types, String text) {
    try {
      return types.type(text);
    } catch (TypeException e) {
      throw usage("--elem " + text + ": " + told(e));
    }
  }

  /** What is wrong, and the cure. */
  private static String told(TypeException fault) {
    return fault instanceof UnknownTypeException unknown
        ? fault.getMessage()
            + ": tell it with --struct "
            + unknown.name()
            + "=SIZE[:ALIGN][:pointers], or store a *"
            + unknown.name()
        : String.valueOf(fault.getMessage());
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandLine(), message);
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    return spec.commandLine();
  }
}
