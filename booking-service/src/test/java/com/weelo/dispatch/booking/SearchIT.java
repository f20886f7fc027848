package com.weelo.dispatch.booking;

import static com.weelo.dispatch.booking.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingServiceTest
class SearchIT {

  private final Api api;
  private final Captains captains;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  SearchIT(Api api, Captains captains) {
    this.api = api;
    this.captains = captains;
  }

  @Test
  void a_search_tells_distance_time_price_and_who_is_near() {
    captains.near(place, 4);
    captains.at(place, 6_000); // too far to be near

    var answer = search();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.number("distanceMeters")).isBetween(10_007, 10_008);
    assertThat(answer.number("etaSeconds")).isBetween(1_200, 1_202); // at 30 km/h
    assertThat(answer.number("nearbyCount")).isEqualTo(4);
    assertThat(answer.body().path("price").toString())
        .isEqualTo("{\"amountMinor\":120023,\"currency\":\"INR\"}");
  }

  @Test
  void a_customer_with_an_active_booking_may_search_all_the_same() {
    api.books(customer, place);

    assertThat(search().status()).isEqualTo(200);
  }

  @Test
  void everybody_may_read_the_catalogue() {
    assertThat(api.get(Tokens.driver("d", "t"), "/vehicle-types").body().path("vehicleTypes"))
        .extracting(type -> type.asString())
        .contains("MINI_TRUCK", "TRUCK_14FT", "TANKER")
        .hasSize(11);
  }

  private Answer search() {
    var path =
        "/search?pickupLat=%s&pickupLng=%s&dropLat=%s&dropLng=%s&vehicleType=TRUCK_14FT"
            .formatted(
                place.latitude(), place.longitude(), place.latitude() + 0.09, place.longitude());
    return api.get(Tokens.customer(customer), path);
  }
}
