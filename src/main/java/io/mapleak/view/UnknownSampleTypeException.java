package io.mapleak.view;

/** The profile has no such sample type; the message says which there are. */
public final class UnknownSampleTypeException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownSampleTypeException(String message) {
    super(message);
  }
}
