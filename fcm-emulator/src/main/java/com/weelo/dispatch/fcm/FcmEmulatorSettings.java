package com.weelo.dispatch.fcm;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how the emulator runs.
 *
 * @param host the address to listen on
 * @param port of FCM itself, over TLS; 0 for a free one
 * @param controlPort of the control API, without TLS; 0 for a free one
 * @param certificates the directory that keeps the certificates, made where there is none
 * @param latency how long every send waits for its answer
 * @param keptMessages how many messages are kept to look at; the oldest go first
 * @param smtpPort of a mail server; 0 for a free one, {@link #NO_MAIL} for none
 */
public record FcmEmulatorSettings(
    String host,
    int port,
    int controlPort,
    Path certificates,
    Duration latency,
    int keptMessages,
    int smtpPort) {

  /** Where no mail server is wanted. */
  public static final int NO_MAIL = -1;

  public static final String LOOPBACK = "127.0.0.1";
  public static final int DEFAULT_KEPT_MESSAGES = 100_000;

  /**
   * @throws IllegalArgumentException naming the setting that is out of bounds
   */
  public FcmEmulatorSettings {
    requirePort("port", port);
    requirePort("controlPort", controlPort);
    if (smtpPort != NO_MAIL) {
      requirePort("smtpPort", smtpPort);
    }
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency must not be negative: " + latency);
    }
    if (keptMessages < 1) {
      throw new IllegalArgumentException("keptMessages must be 1 or more: " + keptMessages);
    }
  }

  /** Free ports of this machine alone, and no latency. */
  public static FcmEmulatorSettings onFreePorts(Path certificates) {
    return new FcmEmulatorSettings(
        LOOPBACK, 0, 0, certificates, Duration.ZERO, DEFAULT_KEPT_MESSAGES, NO_MAIL);
  }

  public FcmEmulatorSettings withPorts(int port, int controlPort) {
    return new FcmEmulatorSettings(
        host, port, controlPort, certificates, latency, keptMessages, smtpPort);
  }

  public FcmEmulatorSettings withLatency(Duration latency) {
    return new FcmEmulatorSettings(
        host, port, controlPort, certificates, latency, keptMessages, smtpPort);
  }

  public FcmEmulatorSettings withKeptMessages(int keptMessages) {
    return new FcmEmulatorSettings(
        host, port, controlPort, certificates, latency, keptMessages, smtpPort);
  }

  public FcmEmulatorSettings withMail(int smtpPort) {
    return new FcmEmulatorSettings(
        host, port, controlPort, certificates, latency, keptMessages, smtpPort);
  }

  private static void requirePort(String name, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(name + " must be 0 to 65535: " + port);
    }
  }
}
