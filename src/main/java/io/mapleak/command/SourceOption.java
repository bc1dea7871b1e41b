package io.mapleak.command;

import io.mapleak.report.PlainText;
import io.mapleak.site.CodeLine;
import io.mapleak.site.MapLines;
import io.mapleak.source.SourceAnswer;
import io.mapleak.source.SourceTree;
import io.mapleak.source.syntax.NoGrammarException;
import io.mapleak.source.tree.GoEnvironment;
import io.mapleak.source.tree.SourceOptions;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --source} and {@code --path-map}: where the Go source of the process is. */
final class SourceOption {
  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = {
        "Go source of the process: a checkout, or a module cache; may be given again. Tells types,",
        "sizes, and whether anything is ever deleted from a map. Modules are also looked up in",
        "GOMODCACHE. Files of -trimpath builds are found by their modules."
      })
  private List<String> directories = new ArrayList<>();

  @Option(
      names = "--path-map",
      paramLabel = "FROM=TO",
      description = "Files of the profile that begin with FROM begin with TO here.")
  private List<String> pathMaps = new ArrayList<>();

  /** Whether source was given. */
  boolean isGiven() {
    return !directories.isEmpty() || !pathMaps.isEmpty();
  }

  /** What the source says of lines; a usage error when it can't be read. */
  MapLines lines(CommandLine commandLine) {
    if (!isGiven()) {
      return MapLines.NONE;
    }
    SourceTree tree = tree(commandLine);
    return new MapLines() {
      @Override
      public SourceAnswer at(CodeLine line) {
        return tree.at(line.file(), line.line(), line.function());
      }

      @Override
      public void expect(CodeLine line) {
        tree.expect(line.file(), line.line(), line.function());
      }

      @Override
      public List<String> differences() {
        return tree.differences();
      }

      @Override
      public Set<String> made(CodeLine line) {
        return tree.made(line.file(), line.line(), line.function());
      }
    };
  }

  /** The source itself. */
  SourceTree tree(CommandLine commandLine) {
    try {
      return SourceTree.open(options(commandLine));
    } catch (NoGrammarException e) {
      throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
    }
  }

  /** Where to look. */
  SourceOptions options(CommandLine commandLine) {
    List<Path> roots = new ArrayList<>();
    for (String directory : directories) {
      roots.add(directory(directory, commandLine));
    }
    List<SourceOptions.PathMap> maps = new ArrayList<>();
    for (String map : pathMaps) {
      int equals = map.indexOf('=');
      if (equals < 1) {
        throw new ParameterException(
            commandLine, "--path-map: " + PlainText.of(map) + " is not FROM=TO");
      }
      maps.add(new SourceOptions.PathMap(map.substring(0, equals), map.substring(equals + 1)));
    }
    GoEnvironment go = GoEnvironment.of(System.getenv(), System.getProperty("user.home", ""));
    return new SourceOptions(roots, maps, go.moduleCaches(), go.libraries());
  }

  private static Path directory(String text, CommandLine commandLine) {
    try {
      Path path = Path.of(text);
      if (Files.isDirectory(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new ParameterException(
          commandLine, "--source: " + PlainText.of(text) + " is no path", e);
    }
    throw new ParameterException(
        commandLine, "--source: there is no directory " + PlainText.of(text));
  }
}
