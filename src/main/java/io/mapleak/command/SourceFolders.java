package io.mapleak.command;

import io.mapleak.view.SourceLines;
import io.mapleak.view.SourcePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Source files in some folders and all folders above them, as google/pprof looks for them
 * (internal/report/source.go: openSourceFile).
 */
final class SourceFolders implements SourceLines {
  private final SourcePaths paths;

  /** Looks in the folders of {@code wanted}; in the working directory when it has none. */
  SourceFolders(SourcePaths wanted) {
    String search = wanted.search();
    String folders = search.isEmpty() ? Path.of("").toAbsolutePath().toString() : search;
    this.paths = new SourcePaths(wanted.trim(), folders, true);
  }

  @Override
  public List<String> of(String path) throws IOException {
    String left = paths.cut(path);
    try {
      Path file = Path.of(left);
      if (file.isAbsolute()) {
        if (!Files.exists(file)) {
          throw new IOException("open " + left + ": no such file or directory");
        }
        return lines(file);
      }
      for (String folder : paths.search().split(":", -1)) {
        for (Path in = Path.of(folder); in != null; in = above(in)) {
          Path found = in.resolve(file);
          if (Files.isReadable(found)) {
            return lines(found);
          }
        }
      }
    } catch (InvalidPathException e) {
      throw new IOException("could not find file " + left + ": not a path", e);
    }
    throw new IOException("could not find file " + left + " on path " + paths.search());
  }

  /** The folder above; of a relative one in the end the working directory. */
  private static @Nullable Path above(Path folder) {
    Path parent = folder.getParent();
    boolean last = folder.isAbsolute() || folder.toString().isEmpty() || folder.endsWith(".");
    return parent == null && !last ? Path.of("") : parent;
  }

  /** A carriage return at the end of a line is none of it. */
  private static List<String> lines(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return List.of();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
      lines.add(text.substring(start, carriageReturn ? end - 1 : end));
      start = end + 1;
    }
    return lines;
  }
}
