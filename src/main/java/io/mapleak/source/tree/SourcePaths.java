package io.mapleak.source.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that a profile names: an absolute path of the build machine, {@code
 * module@version/file} of a module cache, or {@code import/path/file} of -trimpath (gc.go of
 * cmd/go: trimpath).
 */
public final class SourcePaths {
  private static final Pattern VERSIONED =
      Pattern.compile("^(?:.*/pkg/mod/)?([^@]+?)@([^/]+)/(.+)$");

  /** Directories of a file's name that must fit at the least, when only its end does. */
  private static final int LEAST_DIRECTORIES = 1;

  private final SourceOptions options;
  private final ModulePaths modules = new ModulePaths();

  /** Looks at the roots. */
  public SourcePaths(SourceOptions options) {
    this.options = options;
    options.roots().forEach(modules::add);
  }

  /**
   * A place where source may be.
   *
   * @param file the file
   * @param importPath of its package; empty when no module tells it
   * @param module module with version; empty when it isn't one of a cache
   */
  public record Found(Path file, String importPath, String module) {}

  /**
   * Candidates for a file's name, the likeliest first; all exist. Files of Go's own library are
   * left out: the one at hand may be of another release.
   */
  public List<Found> find(String name) {
    List<Found> found = new ArrayList<>();
    if (path(name) == null) {
      return found;
    }
    for (SourceOptions.PathMap map : options.pathMaps()) {
      if (name.startsWith(map.from())) {
        add(found, path(map.to() + name.substring(map.from().length())), null, "");
        break;
      }
    }
    Matcher versioned = VERSIONED.matcher(name);
    if (versioned.matches()) {
      inCache(found, versioned.group(1), versioned.group(2), versioned.group(3));
    } else if (isAbsolute(name)) {
      add(found, path(name), null, "");
    } else {
      inModules(found, name);
      for (Path root : options.roots()) {
        add(found, root.resolve(name), null, "");
      }
    }
    if (isAbsolute(name)) {
      byItsEnd(found, name);
    }
    return found;
  }

  private void inCache(List<Found> found, String module, String version, String file) {
    String plain = unescape(module);
    String own = modules.moduleOf(plain);
    for (Path directory : cacheDirectories(plain, version)) {
      add(found, directory.resolve(file), join(plain, parent(file)), plain + "@" + version);
    }
    if (own != null && own.equals(plain)) {
      add(found, modules.directory(own).resolve(file), join(plain, parent(file)), "");
    }
    vendored(found, join(plain, file));
  }

  private void inModules(List<Found> found, String name) {
    String module = modules.moduleOf(name);
    if (module != null) {
      String rest = name.substring(module.length() + 1);
      add(found, modules.directory(module).resolve(rest), parent(name), "");
    } else {
      cached(found, name);
    }
    vendored(found, name);
  }

  /**
   * The module that a build is of has no version in its paths: all that are in a cache are
   * candidates, the newest name first.
   */
  private void cached(List<Found> found, String name) {
    for (String module = parent(name); !module.isEmpty(); module = parent(module)) {
      String rest = name.substring(module.length() + 1);
      for (Path directory : versionsInCaches(module)) {
        String last = String.valueOf(directory.getFileName());
        String version = module + last.substring(last.indexOf('@'));
        add(found, directory.resolve(rest), parent(name), version);
      }
    }
  }

  private List<Path> versionsInCaches(String module) {
    String escaped = escape(module);
    String last = escaped.substring(escaped.lastIndexOf('/') + 1) + "@";
    List<Path> directories = new ArrayList<>();
    for (Path cache : caches()) {
      listed(cache.resolve(parent(escaped))).stream()
          .filter(path -> String.valueOf(path.getFileName()).startsWith(last))
          .forEach(directories::add);
    }
    return directories;
  }

  /** What a directory holds, the last name first; nothing where it can't be read. */
  private static List<Path> listed(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void vendored(List<Found> found, String name) {
    for (Path module : modules.modules().values()) {
      add(found, module.resolve("vendor").resolve(name), parent(name), "");
    }
  }

  private void byItsEnd(List<Found> found, String name) {
    String[] parts = name.replace('\\', '/').split("/", -1);
    for (int from = 1; from < parts.length - LEAST_DIRECTORIES; from++) {
      String end = String.join("/", List.of(parts).subList(from, parts.length));
      for (Path root : options.roots()) {
        add(found, root.resolve(end), null, "");
      }
      for (Path module : modules.modules().values()) {
        add(found, module.resolve(end), null, "");
      }
    }
    for (Path root : options.roots()) {
      add(found, root.resolve(parts[parts.length - 1]), null, "");
    }
  }

  /**
   * All packages below the roots, by directory; an import path is empty where no module tells it.
   */
  public List<Found> packages() throws IOException {
    List<Found> found = new ArrayList<>();
    for (Path root : options.roots()) {
      for (Path directory : PackageDirectories.below(root)) {
        found.add(new Found(directory, modules.importPath(directory), ""));
      }
    }
    return found;
  }

  /** Directories that hold a package, the likeliest first. */
  public List<Found> directories(String importPath, String fromModule) {
    List<Found> found = new ArrayList<>();
    String own = modules.moduleOf(importPath);
    if (own != null) {
      String rest = importPath.substring(own.length());
      addDirectory(found, modules.directory(own).resolve(strip(rest)), importPath, "");
    }
    for (Path module : modules.modules().values()) {
      addDirectory(found, module.resolve("vendor").resolve(importPath), importPath, "");
    }
    for (Path library : options.libraries()) {
      addDirectory(found, library.resolve(importPath), importPath, "");
    }
    for (String versioned : versions(importPath, fromModule)) {
      int at = versioned.indexOf('@');
      String module = versioned.substring(0, at);
      String rest = strip(importPath.substring(module.length()));
      for (Path directory : cacheDirectories(module, versioned.substring(at + 1))) {
        addDirectory(found, directory.resolve(rest), importPath, versioned);
      }
    }
    return found;
  }

  /** The versions of a package's module that the asking module, and the roots, require. */
  private List<String> versions(String importPath, String fromModule) {
    List<String> versions = new ArrayList<>();
    if (!fromModule.isEmpty()) {
      String module = fromModule.substring(0, fromModule.indexOf('@'));
      if (importPath.equals(module) || importPath.startsWith(module + "/")) {
        versions.add(fromModule);
      }
      String version = fromModule.substring(fromModule.indexOf('@') + 1);
      for (Path directory : cacheDirectories(module, version)) {
        ModulePaths of = new ModulePaths();
        if (Files.exists(directory.resolve("go.mod"))) {
          of.read(directory.resolve("go.mod"));
        }
        String required = of.requiredFor(importPath);
        if (required != null) {
          versions.add(required);
        }
      }
    }
    String required = modules.requiredFor(importPath);
    if (required != null) {
      versions.add(required);
    }
    return versions;
  }

  private List<Path> cacheDirectories(String module, String version) {
    List<Path> directories = new ArrayList<>();
    String name = escape(module) + "@" + escape(version);
    caches().forEach(cache -> directories.add(cache.resolve(name)));
    directories.removeIf(directory -> !Files.isDirectory(directory));
    return directories;
  }

  /** Module caches: those that were given, and roots that are, or hold, one. */
  private List<Path> caches() {
    List<Path> caches = new ArrayList<>();
    for (Path root : options.roots()) {
      for (String below : List.of("", "pkg/mod", "go/pkg/mod")) {
        caches.add(root.resolve(below));
      }
    }
    caches.addAll(options.caches());
    return caches;
  }

  private static void add(
      List<Found> found, @Nullable Path file, @Nullable String importPath, String module) {
    if (file != null
        && Files.isRegularFile(file)
        && found.stream().noneMatch(f -> f.file().equals(file))) {
      found.add(new Found(file, importPath == null ? "" : importPath, module));
    }
  }

  private static void addDirectory(
      List<Found> found, Path directory, String importPath, String module) {
    if (Files.isDirectory(directory)) {
      found.add(new Found(directory, importPath, module));
    }
  }

  /** Capitals stand as {@code !} and the small letter in a cache (module.EscapePath). */
  private static String escape(String module) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < module.length(); i++) {
      char c = module.charAt(i);
      out.append(c >= 'A' && c <= 'Z' ? "!" + String.valueOf(c).toLowerCase(Locale.ROOT) : c);
    }
    return out.toString();
  }

  private static String unescape(String module) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < module.length(); i++) {
      boolean capital = module.charAt(i) == '!' && i + 1 < module.length();
      out.append(capital ? Character.toUpperCase(module.charAt(++i)) : module.charAt(i));
    }
    return out.toString();
  }

  private static boolean isAbsolute(String name) {
    return name.startsWith("/") || name.matches("^[A-Za-z]:[/\\\\].*");
  }

  private static String parent(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  private static String join(String module, String directory) {
    return directory.isEmpty() ? module : module + "/" + directory;
  }

  private static String strip(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private static @Nullable Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
