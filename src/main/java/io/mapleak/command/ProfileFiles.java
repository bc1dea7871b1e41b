package io.mapleak.command;

import io.mapleak.pprof.Limits;
import io.mapleak.pprof.ProfileReader;
import io.mapleak.profile.Profile;
import io.mapleak.report.PlainText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the profiles that a command line names, and tells of each that can't be read. */
final class ProfileFiles {
  static final String STANDARD_INPUT = "-";

  private record Key(List<FileStamp> file, Limits limits) {}

  private final Surroundings surroundings;
  private final Limits limits;
  private final PrintWriter err;
  private boolean failed;

  ProfileFiles(Surroundings surroundings, Limits limits, PrintWriter err) {
    this.surroundings = surroundings;
    this.limits = limits;
    this.err = err;
  }

  /** Those profiles that can be read. */
  List<Profile> read(List<String> names) {
    List<Profile> profiles = new ArrayList<>();
    for (String name : names) {
      try {
        profiles.add(read(name));
      } catch (IOException e) {
        failed = true;
        err.print("mapleak: " + PlainText.of(String.valueOf(e.getMessage())) + "\n");
        err.flush();
      }
    }
    return profiles;
  }

  /** Keeps a profile that was read in another way. */
  static void keep(Surroundings surroundings, String name, Limits limits, Profile profile) {
    surroundings.memory().keep(new Key(FileStamp.of(List.of(name)), limits), profile);
  }

  /** Whether one could not be read. */
  boolean failed() {
    return failed;
  }

  private Profile read(String name) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return ProfileReader.read("standard input", surroundings.in(), limits).profile();
    }
    Key key = new Key(FileStamp.of(List.of(name)), limits);
    if (surroundings.memory().find(key) instanceof Profile kept) {
      return kept;
    }
    try {
      Profile profile = ProfileReader.read(Path.of(name), limits).profile();
      surroundings.memory().keep(key, profile);
      return profile;
    } catch (InvalidPathException e) {
      throw new IOException(name + ": not a path: check its characters", e);
    }
  }
}
