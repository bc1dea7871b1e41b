package io.mapleak.view;

/** A pattern that chooses functions matches none; the message says so. */
public final class NoMatchException extends Exception {
  private static final long serialVersionUID = 1L;

  NoMatchException(String pattern) {
    super("no function matches '" + pattern + "'");
  }
}
