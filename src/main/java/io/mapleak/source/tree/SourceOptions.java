package io.mapleak.source.tree;

import java.nio.file.Path;
import java.util.List;

/**
 * Where Go source is.
 *
 * @param roots directories that hold it: checkouts, modules, module caches
 * @param pathMaps file names of the profile that stand for others, the first that fits counts
 * @param caches module caches to look into besides
 * @param libraries {@code src} directories of Go's own library, besides
 */
public record SourceOptions(
    List<Path> roots, List<PathMap> pathMaps, List<Path> caches, List<Path> libraries) {
  public SourceOptions {
    roots = List.copyOf(roots);
    pathMaps = List.copyOf(pathMaps);
    caches = List.copyOf(caches);
    libraries = List.copyOf(libraries);
  }

  /**
   * Names that begin with {@code from} begin with {@code to} here.
   *
   * @param from beginning in the profile
   * @param to beginning on this machine
   */
  public record PathMap(String from, String to) {}
}
