package com.weelo.dispatch.order.requests;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Which transporters an order's requests of each type were put before. Whoever was asked once may
 * try to reserve, also after the offer was withdrawn: there may be something open again.
 */
@Repository
public class Offers {

  private final JdbcTemplate jdbc;

  Offers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes down a wave of a type; offers that were withdrawn stand again. */
  public void make(OrderId order, VehicleType type, int wave, List<Offer> offers, Instant at) {
    jdbc.update(
        """
        INSERT INTO order_offers (
          order_id, vehicle_type, transporter_id, driver_id, distance_meters, wave, offered_at)
        SELECT ?, ?, transporter, driver, distance, ?, ?
        FROM unnest(?::text[], ?::text[], ?::bigint[]) AS offer (transporter, driver, distance)
        ON CONFLICT (order_id, vehicle_type, transporter_id) DO UPDATE
        SET driver_id = excluded.driver_id, distance_meters = excluded.distance_meters,
            wave = excluded.wave, offered_at = excluded.offered_at, withdrawn_at = NULL
        """,
        order.value(),
        type.code(),
        wave,
        at.atOffset(ZoneOffset.UTC),
        offers.stream().map(offer -> offer.transporterId().value()).toArray(String[]::new),
        offers.stream().map(offer -> offer.driverId().value()).toArray(String[]::new),
        offers.stream().map(Offer::distanceMeters).toArray(Long[]::new));
  }

  /** Who has an order's standing offers, by type. */
  public Map<VehicleType, Set<TransporterId>> standing(OrderId order) {
    record Standing(VehicleType type, TransporterId transporter) {}
    return jdbc
        .query(
            """
            SELECT vehicle_type, transporter_id FROM order_offers
            WHERE order_id = ? AND withdrawn_at IS NULL
            """,
            (row, number) ->
                new Standing(
                    new VehicleType(row.getString(1)), new TransporterId(row.getString(2))),
            order.value())
        .stream()
        .collect(groupingBy(Standing::type, mapping(Standing::transporter, toSet())));
  }

  public boolean wasMade(OrderId order, VehicleType type, TransporterId transporter) {
    return !jdbc.queryForList(
            """
            SELECT 1 FROM order_offers
            WHERE order_id = ? AND vehicle_type = ? AND transporter_id = ?
            """,
            order.value(),
            type.code(),
            transporter.value())
        .isEmpty();
  }

  /**
   * @return whose offers of the type stood until now, in the order in which they were made
   */
  public List<TransporterId> withdraw(OrderId order, VehicleType type, Instant at) {
    return withdrawn("order_id = ? AND vehicle_type = ?", at, order.value(), type.code());
  }

  /**
   * @return whose offers stood until now, each once
   */
  public List<TransporterId> withdrawAll(OrderId order, Instant at) {
    return withdrawn("order_id = ?", at, order.value());
  }

  private List<TransporterId> withdrawn(String condition, Instant at, String... values) {
    var all = new Object[values.length + 1];
    all[0] = at.atOffset(ZoneOffset.UTC);
    System.arraycopy(values, 0, all, 1, values.length);
    return jdbc.query(
        """
        WITH withdrawn AS (
          UPDATE order_offers SET withdrawn_at = ? WHERE %s AND withdrawn_at IS NULL
          RETURNING transporter_id, wave, distance_meters)
        SELECT transporter_id FROM withdrawn GROUP BY transporter_id
        ORDER BY min(wave), min(distance_meters), transporter_id
        """
            .formatted(condition),
        (row, number) -> new TransporterId(row.getString(1)),
        all);
  }

  /** Forgets what was offered before. */
  public void forgetBefore(Instant time) {
    jdbc.update("DELETE FROM order_offers WHERE offered_at < ?", time.atOffset(ZoneOffset.UTC));
  }
}
