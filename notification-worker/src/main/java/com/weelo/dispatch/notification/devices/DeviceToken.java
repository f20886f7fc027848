package com.weelo.dispatch.notification.devices;

/**
 * The address of one app on one device. Whoever has it can send to the device, so it is neither
 * printed nor logged: {@link #toString} shows the beginning of its hash.
 */
public record DeviceToken(String value) {

  public static final int LONGEST = 4096;

  private static final int SHOWN = 12;

  /**
   * @throws IllegalArgumentException where it is no token
   */
  public DeviceToken {
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException("a token has 1 to " + LONGEST + " characters");
    }
  }

  /** SHA-256 in hexadecimal: stands for the token where the token itself is not needed. */
  public String hash() {
    return Hashes.sha256(value);
  }

  /** As much of a hash as tells devices apart for people. */
  public static String shortened(String hash) {
    return hash.substring(0, Math.min(SHOWN, hash.length()));
  }

  @Override
  public String toString() {
    return shortened(hash());
  }
}
