package io.mapleak.command;

import io.mapleak.report.TextStyle;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/**
 * What a command sees of the process it runs in, so that no command asks the system itself.
 *
 * @param in the standard input
 * @param terminalOut whether the standard output is a terminal
 * @param terminalErr whether the standard error is one
 * @param charset of both outputs
 * @param environment the environment variables
 * @param memory what earlier commands of a shell left
 * @param flameViewer lets a user walk a flame graph
 */
public record Surroundings(
    InputStream in,
    boolean terminalOut,
    boolean terminalErr,
    Charset charset,
    Map<String, String> environment,
    Memory memory,
    FlameViewer flameViewer) {
  /** When colours are used. */
  public enum Color {
    /** On a terminal, unless NO_COLOR is set (https://no-color.org) or TERM is dumb. */
    AUTO,
    ALWAYS,
    NEVER
  }

  /** The surroundings of a process of one command. */
  public Surroundings(
      InputStream in,
      boolean terminalOut,
      boolean terminalErr,
      Charset charset,
      Map<String, String> environment) {
    this(in, terminalOut, terminalErr, charset, environment, Memory.NONE, FlameViewer.NONE);
  }

  /** The same with a terminal to walk flame graphs on. */
  public Surroundings with(FlameViewer viewer) {
    return new Surroundings(in, terminalOut, terminalErr, charset, environment, memory, viewer);
  }

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** How text is to be shown. */
  public TextStyle style(Color color) {
    boolean colored =
        switch (color) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              terminalOut && variable("NO_COLOR").isEmpty() && !variable("TERM").equals("dumb");
        };
    boolean unicode = charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-");
    return new TextStyle(columns(), colored, unicode);
  }

  /** Columns of a line, as COLUMNS has it; 80 where it says nothing. */
  int columns() {
    String columns = variable("COLUMNS");
    return columns.matches("[0-9]{1,6}") && Integer.parseInt(columns) > 0
        ? Integer.parseInt(columns)
        : TextStyle.DEFAULT_WIDTH;
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
