package io.mapleak.json;

/** A text that is not the JSON that was expected; the message tells what is wrong. */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message);
  }
}
