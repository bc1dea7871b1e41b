package io.mapleak.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the lines of earlier sessions are kept. */
final class HistoryFile {
  /** Names another file; empty: none. */
  private static final String OVERRIDE = "MAPLEAK_HISTORY";

  private static final String STATE = "XDG_STATE_HOME";

  private HistoryFile() {}

  /** The file, in a directory that is there; empty where none can be. */
  static Optional<Path> of(Map<String, String> environment) {
    String named = environment.get(OVERRIDE);
    if (named != null) {
      return named.isEmpty() ? Optional.empty() : withDirectory(Path.of(named).toAbsolutePath());
    }
    String state = environment.getOrDefault(STATE, "");
    String home = environment.getOrDefault("HOME", "");
    if (state.isEmpty() && home.isEmpty()) {
      return Optional.empty();
    }
    Path folder = state.isEmpty() ? Path.of(home, ".local", "state") : Path.of(state);
    return withDirectory(folder.resolve("mapleak").resolve("history"));
  }

  private static Optional<Path> withDirectory(Path file) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty(); // a shell without a history is still a shell
    }
  }
}
