package io.mapleak.analysis;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that the arguments of a command stand for: a directory for the files in it (not those
 * of its sub-directories, and not those whose name begins with a dot), {@code -} for the standard
 * input. A file that is named twice is taken once.
 */
final class InputFiles {
  /** The argument that stands for the standard input. */
  static final String STANDARD_INPUT = "-";

  /**
   * A file to be read.
   *
   * @param path as the user gave it, or below the directory that was given
   * @param directory the argument that led to it; empty when the file itself was named
   */
  record InputFile(String path, String directory) {
    boolean named() {
      return directory.isEmpty();
    }
  }

  private final List<InputFile> files = new ArrayList<>();
  private final List<InputReport> failures = new ArrayList<>();
  private final Map<String, String> directories = new TreeMap<>();
  private final Set<String> seen = new TreeSet<>();

  InputFiles(List<String> arguments) {
    arguments.forEach(this::add);
  }

  /** Files to read, in order of the arguments, those of a directory by name. */
  List<InputFile> files() {
    return files;
  }

  /** Arguments that led to no file. */
  List<InputReport> failures() {
    return failures;
  }

  /**
   * The directories that were given and hold files; for each one of its sub-directories, which are
   * not searched, or an empty text.
   */
  Map<String, String> directories() {
    return directories;
  }

  /** Whether an argument is a URL. */
  static boolean isUrl(String argument) {
    String text = argument.toLowerCase(Locale.ROOT);
    return text.startsWith("http://") || text.startsWith("https://");
  }

  private void add(String argument) {
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      fail(argument, "unknown", "is no path of this system: check the name");
      return;
    }
    if (argument.equals(STANDARD_INPUT) || !Files.isDirectory(path)) {
      addOnce(argument, path, "");
      return;
    }
    try {
      addDirectory(argument, path);
    } catch (IOException e) {
      fail(argument, "directory", "can't be listed: check its permissions");
    }
  }

  private void addDirectory(String argument, Path directory) throws IOException {
    Set<String> names = new TreeSet<>(NaturalOrder.INSTANCE);
    Set<String> folders = new TreeSet<>(NaturalOrder.INSTANCE);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!name.startsWith(".")) {
          (Files.isDirectory(entry) ? folders : names).add(name);
        }
      }
    }
    String folder =
        folders.isEmpty() ? "" : directory.resolve(folders.iterator().next()).toString();
    if (names.isEmpty()) {
      fail(
          argument,
          "directory",
          folder.isEmpty() ? "is an empty directory: name one with profiles" : noFile(folder));
      return;
    }
    directories.put(argument, folder);
    names.forEach(
        name -> addOnce(directory.resolve(name).toString(), directory.resolve(name), argument));
  }

  private static String noFile(String folder) {
    return "has no file, only sub-directories, which are not searched: name one, e.g. " + folder;
  }

  private void addOnce(String name, Path path, String directory) {
    if (seen.add(path.toAbsolutePath().normalize().toString())) {
      files.add(new InputFile(name, directory));
    }
  }

  private void fail(String path, String kind, String message) {
    failures.add(new InputReport(path, kind, null, 0, InputReport.Status.FAILED, message));
  }
}
