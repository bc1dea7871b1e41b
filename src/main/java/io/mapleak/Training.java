package io.mapleak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Runs the command lines on stdin, words split at blanks, one after the other in one process. The
 * launcher makes its archive of classes from such a run; what the commands print and return is
 * dropped.
 */
final class Training {
  private static final Pattern BLANKS = Pattern.compile(" +");

  private Training() {}

  public static void main(String[] args) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Main.run(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            BLANKS.split(line));
      }
    }
  }
}
