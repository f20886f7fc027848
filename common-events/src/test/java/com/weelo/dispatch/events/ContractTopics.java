package com.weelo.dispatch.events;

import java.time.Duration;
import java.util.List;

/** The contract's table of topics, written out a second time to hold the code to it. */
final class ContractTopics {

  /**
   * @param key the field of the data whose value is the Kafka key; of several, the one that is
   *     there
   */
  record Row(String name, List<String> key, int partitions, Duration retention) {

    private static Row parse(String line) {
      var cells = line.split(" +", -1);
      return new Row(
          cells[0],
          List.of(cells[1].split("\\|", -1)),
          Integer.parseInt(cells[2]),
          Duration.parse(cells[3]));
    }
  }

  static final List<Row> ROWS =
      """
      booking.created          bookingId           6  P7D
      booking.rebroadcast      bookingId           6  P7D
      booking.accepted         bookingId           6  P7D
      booking.expired          bookingId           6  P7D
      booking.cancelled        bookingId           6  P7D
      booking.completed        bookingId           6  P7D
      order.created            orderId             6  P7D
      order.status.changed     orderId             6  P7D
      order.cancelled          orderId             6  P7D
      order.completed          orderId             6  P7D
      truck.request.broadcast  orderId             6  P7D
      truck.request.accepted   orderId             6  P7D
      truck.request.filled     orderId             6  P7D
      truck.hold.reserved      orderId             6  P7D
      truck.hold.released      orderId             6  P7D
      assignment.created       bookingId|orderId   6  P7D
      assignment.updated       bookingId|orderId   6  P7D
      payment.completed        bookingId|orderId   6  P7D
      location.updated         driverId           12  PT1H
      location.batch           driverId           12  PT1H
      notification.fcm         recipientId         6  PT24H
      notification.sms         recipientId         6  PT24H
      notification.email       recipientId         6  PT24H
      notification.delivery    recipientId         6  PT24H
      analytics.event          subjectId           6  P7D
      audit.log                subjectId           6  P7D
      """
          .lines()
          .map(Row::parse)
          .toList();

  private ContractTopics() {}
}
