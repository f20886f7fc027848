package com.weelo.dispatch.booking;

import com.weelo.dispatch.testing.api.ApiDescription;
import com.weelo.dispatch.testing.api.EndpointRoles;
import com.weelo.dispatch.testing.api.SampleCall;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@BookingServiceTest
class InterfaceIT {

  private final ApplicationContext context;
  private final Api api;

  @Autowired
  InterfaceIT(ApplicationContext context, Api api) {
    this.context = context;
    this.api = api;
  }

  @Test
  void each_call_is_answered_to_whom_the_table_says() {
    EndpointRoles.of(context)
        .path("/api/v1/bookings/{id}", this::aStrangersBooking)
        .call(
            "POST /api/v1/bookings",
            SampleCall.json(
                """
                {'vehicleType': 'TIPPER', 'pickup': {'latitude': -70, 'longitude': 100},
                 'dropoff': {'latitude': -70, 'longitude': 101}}
                """))
        .call("POST /api/v1/bookings/{id}/cancel", SampleCall.json("{'reason': 'changed plans'}"))
        .call(
            "GET /api/v1/search",
            SampleCall.query("pickupLat=12&pickupLng=77&dropLat=13&dropLng=77&vehicleType=TIPPER"))
        .check();
  }

  @Test
  void it_describes_itself_as_is_checked_in() {
    ApiDescription.of(context).check();
  }

  private String aStrangersBooking() {
    return api.books("stranger-" + UUID.randomUUID(), Places.somewhere()).bookingId();
  }
}
