package io.mapleak.source.tree;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where Go keeps source that a project does not hold itself (go help environment: GOMODCACHE,
 * GOPATH, GOROOT).
 *
 * @param moduleCaches directories with {@code module@version} below
 * @param libraries {@code src} directories of Go releases
 */
public record GoEnvironment(List<Path> moduleCaches, List<Path> libraries) {
  public GoEnvironment {
    moduleCaches = List.copyOf(moduleCaches);
    libraries = List.copyOf(libraries);
  }

  /** Reads the variables; only directories that exist are named. */
  public static GoEnvironment of(Map<String, String> variables, String home) {
    List<Path> caches = new ArrayList<>();
    addDirectory(caches, variables.get("GOMODCACHE"), "");
    String goPath = variables.getOrDefault("GOPATH", home.isEmpty() ? "" : home + "/go");
    for (String path : goPath.split(File.pathSeparator, -1)) {
      addDirectory(caches, path, "pkg/mod");
    }
    List<Path> libraries = new ArrayList<>();
    addDirectory(libraries, variables.get("GOROOT"), "src");
    for (Path cache : caches) {
      libraries.addAll(toolchains(cache));
    }
    addDirectory(libraries, "/usr/local/go", "src");
    addDirectory(libraries, "/usr/lib/go", "src");
    return new GoEnvironment(caches, libraries);
  }

  private static void addDirectory(
      List<Path> to, @org.jspecify.annotations.Nullable String name, String below) {
    if (name != null && !name.isEmpty()) {
      Path path = Path.of(name).resolve(below);
      if (Files.isDirectory(path) && !to.contains(path)) {
        to.add(path);
      }
    }
  }

  /** Go releases that the go command has fetched, the newest first. */
  private static List<Path> toolchains(Path cache) {
    Path directory = cache.resolve("golang.org");
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(path -> String.valueOf(path.getFileName()).startsWith("toolchain@"))
          .map(path -> path.resolve("src"))
          .filter(Files::isDirectory)
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
