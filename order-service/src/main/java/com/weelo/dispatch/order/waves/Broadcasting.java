package com.weelo.dispatch.order.waves;

import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.OrderLine;
import com.weelo.dispatch.order.orders.OrderTimes;
import com.weelo.dispatch.order.orders.Telling;
import com.weelo.dispatch.order.requests.Offers;
import com.weelo.dispatch.order.requests.TruckRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a wave into effect on a locked order, which the caller saves. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Broadcasting {

  private final TruckRequests requests;
  private final Offers offers;
  private final Telling telling;
  private final OrderTimes times;

  Broadcasting(TruckRequests requests, Offers offers, Telling telling, OrderTimes times) {
    this.requests = requests;
    this.offers = offers;
    this.telling = telling;
    this.times = times;
  }

  /** Makes a new order's requests, and puts them before the first wave. */
  void open(Order order, Wave first, Instant now) {
    requests.make(order.id(), order.terms().vehicleRequirements());
    telling.tell(order, order.open(now));
    broadcast(order, first, now);
  }

  /** Nobody is told of a type's wave that reaches nobody, or of what is taken meanwhile. */
  void broadcast(Order order, Wave wave, Instant now) {
    if (!wave.isAvailable()) {
      order.postponeWave(now, times.waveInterval());
      return;
    }
    order.broadcast(wave.number(), now, times.waveInterval());
    var events = new ArrayList<TruckRequestEvent.Broadcast>();
    for (var line : order.lines()) {
      var reached = wave.of(line.vehicleType());
      if (line.open() > 0 && !reached.isEmpty()) {
        offers.make(order.id(), line.vehicleType(), wave.number(), reached, now);
        events.add(event(order, line, wave.number(), reached));
      }
    }
    telling.tell(order, events);
  }

  private static TruckRequestEvent.Broadcast event(
      Order order, OrderLine line, int wave, List<Offer> reached) {
    var terms = order.terms();
    return new TruckRequestEvent.Broadcast(
        order.id(),
        terms.customerId(),
        line.vehicleType(),
        line.requirement().vehicleSubtype(),
        line.open(),
        terms.pickup(),
        terms.dropoff(),
        line.requirement().pricePerTruck(),
        order.expiresAt(),
        wave,
        reached);
  }
}
