package io.mapleak.source.tree;

import io.mapleak.source.syntax.GoFile;
import io.mapleak.source.syntax.GoParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Packages, read when first asked for and kept. Not thread-safe. */
public final class GoPackages {
  /** Larger files are generated tables. */
  private static final long MOST_BYTES = 8 << 20;

  private final GoParser parser;
  private final SourcePaths paths;
  private final Map<Path, Loaded> byDirectory = new HashMap<>();
  private final Map<String, Optional<GoPackage>> byImport = new HashMap<>();
  private final Map<GoPackage, String> modules = new HashMap<>();

  /** No package is read yet. */
  public GoPackages(GoParser parser, SourcePaths paths) {
    this.parser = parser;
    this.paths = paths;
  }

  /** A package and its files by their paths. */
  private record Loaded(GoPackage of, Map<Path, GoFile> files) {}

  /** A file with the package that it belongs to. */
  public record Located(GoPackage in, GoFile file) {}

  /** The package of a file, as it was found. */
  public @Nullable Located locate(SourcePaths.Found found) {
    Path directory = found.file().toAbsolutePath().normalize().getParent();
    if (directory == null) {
      return null;
    }
    Loaded loaded = load(directory, found.importPath(), found.module());
    GoFile file = loaded.files().get(found.file().toAbsolutePath().normalize());
    return file == null ? null : new Located(loaded.of(), file);
  }

  /** The package of a directory. */
  public GoPackage of(Path directory, String importPath) {
    return load(directory.toAbsolutePath().normalize(), importPath, "").of();
  }

  /** A package that another one imports; null when its source is not at hand. */
  public @Nullable GoPackage imported(GoPackage by, String importPath) {
    String module = modules.getOrDefault(by, "");
    return byImport
        .computeIfAbsent(
            module + " " + importPath,
            key -> {
              for (SourcePaths.Found found : paths.directories(importPath, module)) {
                GoPackage of =
                    load(found.file().toAbsolutePath().normalize(), importPath, found.module())
                        .of();
                if (!of.files().isEmpty()) {
                  return Optional.of(of);
                }
              }
              return Optional.empty();
            })
        .orElse(null);
  }

  private Loaded load(Path directory, String importPath, String module) {
    Loaded known = byDirectory.get(directory);
    if (known == null) {
      known = read(directory, importPath);
      byDirectory.put(directory, known);
      modules.put(known.of(), module);
    }
    return known;
  }

  private Loaded read(Path directory, String importPath) {
    Map<Path, GoFile> files = new HashMap<>();
    List<GoFile> ordered = new ArrayList<>();
    for (Path path : goFiles(directory)) {
      byte[] text = text(path);
      if (text.length > 0) {
        GoFile file = parser.parse(String.valueOf(path.getFileName()), text);
        files.put(path, file);
        ordered.add(file);
      }
    }
    return new Loaded(new GoPackage(importPath, ordered), files);
  }

  /** A file's text; nothing where it can't be read, or is too large to be written by people. */
  private static byte[] text(Path path) {
    try {
      return Files.size(path) <= MOST_BYTES ? Files.readAllBytes(path) : new byte[0];
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static List<Path> goFiles(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(GoPackages::isSource).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isSource(Path path) {
    Path last = path.getFileName();
    String name = last == null ? "" : last.toString();
    return name.endsWith(".go") && !name.endsWith("_test.go") && Files.isRegularFile(path);
  }
}
