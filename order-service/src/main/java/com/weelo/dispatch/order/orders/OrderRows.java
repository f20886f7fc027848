package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.FillPolicy;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.orders.Order.Cancellation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Orders as rows: the order's own, and one for each of its lines. */
final class OrderRows {

  private OrderRows() {}

  static @Nullable Object[] inserted(Order order) {
    var terms = order.terms();
    var pickup = terms.pickup();
    var dropoff = terms.dropoff();
    var state = order.state();
    return new @Nullable Object[] {
      order.id().value(),
      terms.customerId().value(),
      state.status().code(),
      state.version(),
      pickup.latitude(),
      pickup.longitude(),
      pickup.address(),
      dropoff.latitude(),
      dropoff.longitude(),
      dropoff.address(),
      terms.fillPolicy().code(),
      terms.minimumTrucks(),
      utc(order.createdAt()),
      utc(order.expiresAt()),
      state.wave(),
      utc(state.nextWaveAt()),
      utc(state.dueAt()),
      of(order, String[]::new, line -> line.vehicleType().code()),
      of(order, String[]::new, line -> line.requirement().vehicleSubtype()),
      of(order, Integer[]::new, OrderLine::requested),
      of(order, Long[]::new, line -> line.requirement().pricePerTruck().amountMinor()),
      of(order, String[]::new, line -> line.requirement().pricePerTruck().currency())
    };
  }

  static @Nullable Object[] updated(Order order) {
    var state = order.state();
    var cancellation = state.cancellation();
    return new @Nullable Object[] {
      of(order, String[]::new, line -> line.vehicleType().code()),
      of(order, Integer[]::new, OrderLine::held),
      of(order, Integer[]::new, OrderLine::filled),
      of(order, Integer[]::new, OrderLine::delivered),
      order.id().value(),
      state.status().code(),
      state.version(),
      state.wave(),
      utc(state.nextWaveAt()),
      utc(state.dueAt()),
      utc(state.endedAt()),
      cancellation == null ? null : cancellation.by(),
      cancellation == null ? null : cancellation.reason(),
      order.id().value()
    };
  }

  /** An array with a value of each line. */
  private static <T> Object of(
      Order order, IntFunction<@Nullable T[]> array, Function<OrderLine, @Nullable T> value) {
    return order.lines().stream().map(value).toArray(array);
  }

  /** From rows in which those of an order follow each other. */
  static List<Order> orders(ResultSet rows) throws SQLException {
    var orders = new ArrayList<Order>();
    var more = rows.next();
    while (more) {
      var head = Head.of(rows);
      var lines = new ArrayList<OrderLine>();
      do {
        lines.add(line(rows));
        more = rows.next();
      } while (more && rows.getString("id").equals(head.id()));
      orders.add(head.with(lines));
    }
    return orders;
  }

  private static OrderLine line(ResultSet row) throws SQLException {
    var requirement =
        new VehicleRequirement(
            new VehicleType(row.getString("vehicle_type")),
            row.getString("vehicle_subtype"),
            row.getInt("quantity"),
            new Money(row.getLong("price_amount"), row.getString("price_currency")));
    return new OrderLine(
        requirement, row.getInt("held"), row.getInt("filled"), row.getInt("delivered"));
  }

  /** What an order's rows have in common. */
  private record Head(
      String id,
      UserId customer,
      Place pickup,
      Place dropoff,
      FillPolicy policy,
      @Nullable Integer minimum,
      Instant createdAt,
      Instant expiresAt,
      Order.State state) {

    static Head of(ResultSet row) throws SQLException {
      return new Head(
          row.getString("id"),
          new UserId(row.getString("customer_id")),
          place(row, "pickup"),
          place(row, "dropoff"),
          FillPolicy.valueOf(row.getString("fill_policy").toUpperCase(Locale.ROOT)),
          row.getObject("minimum_trucks", Integer.class),
          time(row, "created_at"),
          time(row, "expires_at"),
          state(row));
    }

    private static Order.State state(ResultSet row) throws SQLException {
      var cancelledBy = row.getString("cancelled_by");
      return new Order.State(
          OrderStatus.ofCode(row.getString("status")).orElseThrow(),
          row.getLong("version"),
          row.getInt("wave"),
          time(row, "next_wave_at"),
          timeOrNull(row, "due_at"),
          timeOrNull(row, "ended_at"),
          cancelledBy == null
              ? null
              : new Cancellation(cancelledBy, row.getString("cancel_reason")));
    }

    Order with(List<OrderLine> lines) {
      var terms =
          new OrderDraft(
              customer,
              pickup,
              dropoff,
              lines.stream().map(OrderLine::requirement).toList(),
              policy,
              minimum);
      return new Order(new OrderId(id), terms, createdAt, expiresAt, lines, state);
    }
  }

  private static Place place(ResultSet row, String which) throws SQLException {
    return new Place(
        row.getDouble(which + "_latitude"),
        row.getDouble(which + "_longitude"),
        row.getString(which + "_address"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
