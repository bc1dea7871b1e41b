package io.mapleak.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identity of a finding over runs and builds: rule and function, no address, no line, type
 * arguments left out.
 */
public final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  /** Sixteen hexadecimal digits. */
  public static String of(String rule, String function) {
    String plain = function.replaceAll("\\[[^\\]]*\\]", "[...]");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((rule + "\n" + plain).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
