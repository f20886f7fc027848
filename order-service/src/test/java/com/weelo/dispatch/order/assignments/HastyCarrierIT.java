package com.weelo.dispatch.order.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Bookings;
import com.weelo.dispatch.order.testing.Carrier;
import com.weelo.dispatch.order.testing.Fixtures;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Where bookings are waited for as long as an event may take on a slow machine. */
@StoresTest(
    database = "orders_hasty",
    properties = "dispatch.order.assignments.booking-patience=3m")
@Import(Fixtures.class)
class HastyCarrierIT {

  private final Carrier carrier;

  @Autowired
  HastyCarrierIT(Api api) {
    this.carrier = Carrier.of(api);
  }

  @Test
  void the_event_of_a_booking_won_just_now_is_waited_for() {
    var vehicle = carrier.vehicle("TRUCK_14FT");
    var driver = carrier.driver();
    var booking = Bookings.newId();

    try (var kafka = KafkaProbe.fromNow(TestStores.get())) {
      var bookings = new Bookings(kafka);
      var replies =
          Together.all(
              2,
              n -> {
                if (n == 0) {
                  bookings.accepted(booking, carrier, "TRUCK_14FT");
                  return 201;
                }
                return carrier.assigns(booking, vehicle, driver).status();
              });

      assertThat(replies).containsOnly(201);
    }
  }
}
