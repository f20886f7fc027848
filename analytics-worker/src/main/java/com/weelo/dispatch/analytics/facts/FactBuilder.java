package com.weelo.dispatch.analytics.facts;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills in the columns that an event has something to say on. */
final class FactBuilder {

  private final EventEnvelope<?> event;
  private @Nullable UserId customer;
  private @Nullable TransporterId transporter;
  private @Nullable DriverId driver;
  private @Nullable VehicleId vehicle;
  private @Nullable AssignmentId assignment;
  private @Nullable VehicleType vehicleType;
  private @Nullable Long cell;
  private @Nullable String outcome;
  private @Nullable Integer quantity;
  private @Nullable Money amount;
  private int wave;
  private List<Offer> offers = List.of();

  FactBuilder(EventEnvelope<?> event) {
    this.event = event;
  }

  FactBuilder customer(@Nullable UserId customer) {
    this.customer = customer;
    return this;
  }

  FactBuilder transporter(@Nullable TransporterId transporter) {
    this.transporter = transporter;
    return this;
  }

  FactBuilder driver(@Nullable DriverId driver) {
    this.driver = driver;
    return this;
  }

  FactBuilder vehicle(VehicleId vehicle) {
    this.vehicle = vehicle;
    return this;
  }

  FactBuilder assignment(AssignmentId assignment) {
    this.assignment = assignment;
    return this;
  }

  FactBuilder vehicleType(VehicleType type) {
    this.vehicleType = type;
    return this;
  }

  FactBuilder cell(long cell) {
    this.cell = cell;
    return this;
  }

  FactBuilder outcome(String outcome) {
    this.outcome = outcome;
    return this;
  }

  FactBuilder quantity(int quantity) {
    this.quantity = quantity;
    return this;
  }

  FactBuilder amount(Money amount) {
    this.amount = amount;
    return this;
  }

  FactBuilder offers(int wave, List<Offer> offers) {
    this.wave = wave;
    this.offers = offers;
    return quantity(offers.size());
  }

  Fact build() {
    return new Fact(
        event.eventId(),
        event.timestamp(),
        event.eventType(),
        event.key(),
        customer,
        transporter,
        driver,
        vehicle,
        assignment,
        vehicleType,
        cell,
        outcome,
        quantity,
        amount,
        wave,
        offers);
  }
}
