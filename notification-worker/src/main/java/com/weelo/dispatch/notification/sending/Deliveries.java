package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.notification.devices.DeviceToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was sent what, and what came of it. */
@Repository
public class Deliveries {

  private final JdbcClient jdbc;

  Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All deliveries of a notification, in the order they were first claimed. */
  public List<Delivery> of(NotificationId notification) {
    return jdbc.sql("SELECT * FROM deliveries WHERE notification_id = :id ORDER BY claimed_at")
        .param("id", notification.value())
        .query((row, number) -> delivery(row))
        .list();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    var hash = row.getString("address_hash");
    return new Delivery(
        row.getString("channel"),
        new UserId(row.getString("recipient_id")),
        row.getString("category"),
        hash.isEmpty() ? null : DeviceToken.shortened(hash),
        row.getString("state"),
        row.getInt("attempts"),
        row.getString("error_code"),
        row.getString("provider_id"),
        Times.of(row, "claimed_at"),
        Times.orNull(row, "due_at"),
        Times.orNull(row, "settled_at"));
  }

  /** Drops what nobody will ask for any more. */
  public void forgetBefore(Instant instant) {
    jdbc.sql("DELETE FROM deliveries WHERE claimed_at < :before")
        .param("before", Times.at(instant))
        .update();
  }
}
