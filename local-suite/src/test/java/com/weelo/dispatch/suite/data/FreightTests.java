package com.weelo.dispatch.suite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.weelo.dispatch.events.GeoPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreightTests {

  private static final String HEADER =
      "booking_id,booking_epoch_ms,vehicle_id,vehicle_type,pickup_lat,pickup_lon,dropoff_lat,"
          + "dropoff_lon,pickup_area,dropoff_area,quirks\n";

  @TempDir Path folder;

  @Test
  void the_bundled_one_is_made_up_and_says_so() throws IOException {
    assertThat(Freight.madeUp().isMadeUp()).isTrue();
    try (var file = Freight.class.getResourceAsStream("made-up-freight.csv")) {
      assertThat(new String(file.readAllBytes())).startsWith("# MADE UP");
    }
  }

  @Test
  void the_bundled_one_has_orders_of_many_sizes() {
    var orders = FreightOrder.of(Freight.madeUp().ofBusiestRegion());

    assertThat(orders).hasSizeGreaterThan(30);
    assertThat(orders).anyMatch(order -> order.trucks().size() == 1);
    assertThat(orders).anyMatch(order -> order.trucks().size() > 2);
  }

  @Test
  void bookings_of_an_unknown_truck_or_place_are_left_out() throws IOException {
    var freight =
        load(
            """
            a,1000,t1,32 FT,12.8,79.7,13.0,80.0,Pune; Maharashtra,Thane; Maharashtra,
            b,2000,t2,,12.8,79.7,13.0,80.0,Pune; Maharashtra,Thane; Maharashtra,no_vehicle_type
            c,3000,t3,32 FT,12.8,79.7,13.0,80.0,Pune; Maharashtra,Thane; Maharashtra,no_ping;pickup_placeholder
            """);

    assertThat(freight.isMadeUp()).isFalse();
    assertThat(freight.bookings()).extracting(FreightBooking::bookingId).containsExactly("a");
  }

  @Test
  void the_busiest_region_is_where_most_were_loaded() throws IOException {
    var freight =
        load(
            """
            a,1000,t1,32 FT,12.80,79.70,13.0,80.0,X,Y,
            b,2000,t2,32 FT,19.00,73.00,13.0,80.0,A,Y,
            c,3000,t3,32 FT,12.85,79.75,13.0,80.0,X,Y,
            """);

    assertThat(freight.ofBusiestRegion().bookings())
        .extracting(FreightBooking::bookingId)
        .containsExactly("a", "c");
    assertThat(freight.busiestArea()).isEqualTo("X");
  }

  @Test
  void a_district_and_a_day_make_an_order() throws IOException {
    var day = 86_400_000L;
    var orders =
        FreightOrder.of(
            load(
                """
                a,0,t1,32 FT,12.8,79.7,13.0,80.0,Pune; Maharashtra,Y,
                b,1000,t2,32 FT,12.9,79.7,13.0,80.0,PUNE; MAHARASHTRA,Y,
                c,2000,t3,19 FT,12.8,79.7,13.0,80.0,Pune; Maharashtra,Y,
                d,3000,t4,19 FT,12.8,79.7,13.0,80.0,Thane; Maharashtra,Y,
                e,%d,t5,19 FT,12.8,79.7,13.0,80.0,Pune; Maharashtra,Y,
                """
                    .formatted(day)));

    assertThat(orders)
        .extracting(FreightOrder::trucks)
        .containsExactly(Map.of("32 FT", 2, "19 FT", 1), Map.of("19 FT", 1), Map.of("19 FT", 1));
    assertThat(orders.getFirst().pickup()).isEqualTo(new GeoPoint(12.8, 79.7));
  }

  @Test
  void freight_without_a_booking_is_none() {
    assertThatThrownBy(() -> load("")).isInstanceOf(MalformedRecording.class);
  }

  private Freight load(String rows) throws IOException {
    return Freight.load(Files.writeString(folder.resolve("freight.csv"), HEADER + rows));
  }
}
