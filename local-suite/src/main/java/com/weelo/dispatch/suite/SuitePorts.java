package com.weelo.dispatch.suite;

import java.util.stream.IntStream;

/**
 * The ports of 127.0.0.1 on which the suite listens.
 *
 * @param kafka for clients; Kafka's controller takes the next one
 * @param fcm of the FCM emulator, over TLS
 * @param fcmControl where the emulator lets itself be looked at, without TLS
 * @param smtp of the mail server that takes everything
 */
public record SuitePorts(
    int booking,
    int order,
    int location,
    int notification,
    int broadcast,
    int analytics,
    int audit,
    int postgres,
    int kafka,
    int redis,
    int fcm,
    int fcmControl,
    int smtp) {

  public static final String HOST = "127.0.0.1";

  private static final int BETWEEN_INSTANCES = 10;

  /** The documented ports. */
  public static SuitePorts standard() {
    return new SuitePorts(
        8081, 8082, 8083, 8084, 8085, 8086, 8087, 15432, 19092, 16379, 18099, 18098, 18097);
  }

  /**
   * Those of another instance of each service, on the same stores.
   *
   * @param number 0 is the documented one
   */
  public SuitePorts ofInstance(int number) {
    var shift = number * BETWEEN_INSTANCES;
    return new SuitePorts(
        booking + shift,
        order + shift,
        location + shift,
        notification + shift,
        broadcast + shift,
        analytics + shift,
        audit + shift,
        postgres,
        kafka,
        redis,
        fcm,
        fcmControl,
        smtp);
  }

  /** The same, so many higher each: for a second suite on one machine. */
  public SuitePorts shiftedBy(int offset) {
    return new SuitePorts(
        booking + offset,
        order + offset,
        location + offset,
        notification + offset,
        broadcast + offset,
        analytics + offset,
        audit + offset,
        postgres + offset,
        kafka + offset,
        redis + offset,
        fcm + offset,
        fcmControl + offset,
        smtp + offset);
  }

  /** All of them, with Kafka's controller's. */
  public IntStream all() {
    return IntStream.of(
        booking,
        order,
        location,
        notification,
        broadcast,
        analytics,
        audit,
        postgres,
        kafka,
        kafka + 1,
        redis,
        fcm,
        fcmControl,
        smtp);
  }
}
