package io.mapleak.source.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Modules found in a directory, and the versions that they require. */
final class ModulePaths {
  private static final Pattern MODULE = Pattern.compile("(?m)^module\\s+\"?([^\\s\"]+)");
  private static final Pattern REQUIRE =
      Pattern.compile("(?m)^(?:require)?\\s*([\\w.~-]+(?:/[\\w.~!-]+)+)\\s+(v[\\w.+-]+)");

  /** Directories deeper than this below a root are not looked at for modules. */
  private static final int MOST_DEPTH = 8;

  private static final Set<String> SKIPPED = Set.of("testdata", "node_modules", "vendor");

  private final Map<String, Path> modules = new TreeMap<>();
  private final Map<String, String> required = new HashMap<>();

  /** Looks for go.mod files in a root, and above it. */
  void add(Path root) {
    Path above = root.toAbsolutePath().normalize().getParent();
    while (above != null && !Files.exists(root.resolve("go.mod"))) {
      if (Files.isRegularFile(above.resolve("go.mod"))) {
        read(above.resolve("go.mod"));
        break;
      }
      above = above.getParent();
    }
    try {
      Files.walkFileTree(
          root,
          Set.of(),
          MOST_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              Path last = dir.getFileName();
              String of = last == null ? "" : last.toString();
              // modules of a cache are found by their names
              boolean skip = SKIPPED.contains(of) || of.startsWith(".") || of.contains("@");
              return skip && !dir.equals(root)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.endsWith("go.mod")) {
                read(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes in one go.mod file; one that can't be read names no module. */
  void read(Path goMod) {
    Path directory = goMod.getParent();
    String text = text(goMod);
    Matcher module = MODULE.matcher(text);
    if (directory != null && module.find()) {
      modules.putIfAbsent(module.group(1), directory);
    }
    Matcher require = REQUIRE.matcher(text);
    while (require.find()) {
      required.putIfAbsent(require.group(1), require.group(2));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** Directories of all modules. */
  Map<String, Path> modules() {
    return Map.copyOf(modules);
  }

  /** The module that a package or file belongs to, by the longest name that fits. */
  @Nullable String moduleOf(String path) {
    return longest(modules.keySet(), path);
  }

  /** Import path of a directory, by the nearest module around it; empty where there is none. */
  String importPath(Path directory) {
    Path wanted = directory.toAbsolutePath().normalize();
    String path = "";
    int longest = -1;
    for (Map.Entry<String, Path> module : modules.entrySet()) {
      Path root = module.getValue().toAbsolutePath().normalize();
      if (wanted.startsWith(root) && root.getNameCount() > longest) {
        longest = root.getNameCount();
        String below = root.relativize(wanted).toString().replace('\\', '/');
        path = below.isEmpty() ? module.getKey() : module.getKey() + "/" + below;
      }
    }
    return path;
  }

  Path directory(String module) {
    Path directory = modules.get(module);
    if (directory == null) {
      throw new IllegalArgumentException(module);
    }
    return directory;
  }

  /** {@code module@version} of a required module that holds a package; null when none does. */
  @Nullable String requiredFor(String path) {
    String module = longest(required.keySet(), path);
    return module == null ? null : module + "@" + required.get(module);
  }

  private static @Nullable String longest(Set<String> modules, String path) {
    String at = path;
    while (!at.isEmpty()) {
      if (modules.contains(at)) {
        return at;
      }
      int slash = at.lastIndexOf('/');
      at = slash < 0 ? "" : at.substring(0, slash);
    }
    return null;
  }
}
