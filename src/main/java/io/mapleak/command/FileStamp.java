package io.mapleak.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file at one moment: one that was written anew has another stamp.
 *
 * @param path as it was named
 * @param size in bytes; -1 when there is no such file
 * @param modified when it was written last
 */
public record FileStamp(String path, long size, FileTime modified) {
  private static final long MISSING = -1;

  /** The stamps of some files, and of all files of those that are directories. */
  public static List<FileStamp> of(List<String> names) {
    List<FileStamp> stamps = new ArrayList<>();
    for (String name : names) {
      try {
        Path path = Path.of(name);
        stamps.add(of(name, path));
        if (Files.isDirectory(path)) {
          try (Stream<Path> files = Files.list(path)) {
            files.sorted().forEach(file -> stamps.add(of(file.toString(), file)));
          }
        }
      } catch (IOException | InvalidPathException e) {
        stamps.add(new FileStamp(name, MISSING, FileTime.fromMillis(0)));
      }
    }
    return stamps;
  }

  private static FileStamp of(String name, Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileStamp(name, attributes.size(), attributes.lastModifiedTime());
    } catch (IOException e) {
      return new FileStamp(name, MISSING, FileTime.fromMillis(0));
    }
  }
}
