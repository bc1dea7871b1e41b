package io.mapleak.source.tree;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Directories of a tree that hold Go packages, without those that the go command passes over
 * (cmd/go, Package lists and patterns), and without vendored ones.
 */
final class PackageDirectories {
  private static final Set<String> SKIPPED = Set.of("testdata", "vendor", "node_modules");

  private PackageDirectories() {}

  /** In the order of their names. */
  static SortedSet<Path> below(Path root) throws IOException {
    SortedSet<Path> directories = new TreeSet<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = String.valueOf(dir.getFileName());
            boolean skip = SKIPPED.contains(name) || name.startsWith(".") || name.startsWith("_");
            return skip && !dir.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path directory = file.getParent();
            if (directory != null && file.toString().endsWith(".go")) {
              directories.add(directory);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return directories;
  }
}
