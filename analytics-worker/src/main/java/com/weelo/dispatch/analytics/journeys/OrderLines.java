package com.weelo.dispatch.analytics.journeys;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What orders ask for. */
@Repository
public class OrderLines {

  private final JdbcTemplate jdbc;

  OrderLines(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores the lines of new orders, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(List<EventEnvelope<DomainEvent>> events) {
    var rows =
        events.stream()
            .map(EventEnvelope::data)
            .filter(OrderEvent.Created.class::isInstance)
            .map(OrderEvent.Created.class::cast)
            .flatMap(order -> rowsOf(order).stream())
            .toList();
    if (!rows.isEmpty()) {
      jdbc.batchUpdate("INSERT INTO order_lines VALUES (?, ?, ?, ?, ?)", rows);
    }
  }

  private static List<Object[]> rowsOf(OrderEvent.Created order) {
    var rows = new ArrayList<Object[]>();
    for (var line : order.vehicleRequirements()) {
      rows.add(
          new Object[] {
            order.orderId().value(),
            rows.size() + 1,
            line.vehicleType().code(),
            line.quantity(),
            line.quantity() * line.pricePerTruck().amountMinor()
          });
    }
    return rows;
  }
}
