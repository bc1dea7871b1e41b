package io.mapleak;

/**
 * Entry point: builds the command line, runs it, and turns its result into the exit code of the
 * process.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
