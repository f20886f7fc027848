package com.weelo.dispatch.suite;

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

  /** The documented ports. */
  public static SuitePorts standard() {
    return new SuitePorts(
        8081, 8082, 8083, 8084, 8085, 8086, 8087, 15432, 19092, 16379, 18099, 18098, 18097);
  }

  /** The same, but with order-service there: for a second instance of it. */
  public SuitePorts withOrder(int port) {
    return new SuitePorts(
        booking,
        port,
        location,
        notification,
        broadcast,
        analytics,
        audit,
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
}
