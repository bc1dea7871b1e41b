package io.mapleak.view;

/** Profiles that can't be added or compared; the message says why. */
public final class IncompatibleProfilesException extends Exception {
  private static final long serialVersionUID = 1L;

  IncompatibleProfilesException(String message) {
    super(message);
  }
}
