package com.weelo.dispatch.order.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.order.testing.Answer;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Carrier;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OrderServiceTest
class FleetRegistryIT {

  private final Api api;
  private final Carrier carrier;

  @Autowired
  FleetRegistryIT(Api api) {
    this.api = api;
    this.carrier = Carrier.of(api);
  }

  @Test
  void a_vehicle_is_registered_by_the_catalogues_name_however_it_is_called() {
    var reply =
        registers(
            Map.of("registration", "ka 01-ab 1234", "vehicleType", "32 FT Multi-Axle 14MT - HCV"));

    assertThat(reply.status()).isEqualTo(201);
    var vehicle = api.get(carrier.token(), "/vehicles/" + reply.text("vehicleId"));
    assertThat(vehicle.body()).isEqualTo(reply.body());
    assertThat(vehicle.text("registration")).isEqualTo("KA01AB1234");
    assertThat(vehicle.text("vehicleType")).isEqualTo("TRUCK_32FT");
    assertThat(vehicle.text("vehicleSubtype")).isEqualTo("multi axle");
    assertThat(vehicle.body().path("capacityTonnes").asInt()).isEqualTo(14);
    assertThat(vehicle.text("status")).isEqualTo("available");
    assertThat(vehicle.body().path("busy").asBoolean()).isFalse();
  }

  @Test
  void what_is_said_counts_more_than_what_the_name_says() {
    var reply =
        registers(
            Map.of(
                "registration", "KA01",
                "vehicleType", "20 FT CLOSE 7MT-MCV",
                "vehicleSubtype", "high cube",
                "capacityTonnes", 9.5));

    assertThat(reply.text("vehicleSubtype")).isEqualTo("high cube");
    assertThat(reply.body().path("capacityTonnes").asDouble()).isEqualTo(9.5);
  }

  @Test
  void an_unknown_type_is_refused_with_the_nearest() {
    var reply = registers(Map.of("registration", "KA01", "vehicleType", "TRUK_14FT"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(reply.badFields()).containsExactly("vehicleType");
    assertThat(reply.body().at("/errors/0/nearest/0").asString()).isEqualTo("TRUCK_14FT");
    assertThat(reply.body().at("/errors/0/message").asString()).contains("TRUCK_14FT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "registration; ",
        "registration; ...",
        "vehicleType; ",
        "capacityTonnes; 0",
        "capacityTonnes; -1",
        "capacityTonnes; 1e9",
        "capacityTonnes; 0.001",
      })
  void a_bad_field_is_named(String field, String value) {
    var body = new HashMap<String, Object>(Map.of("registration", "KA01", "vehicleType", "TIPPER"));
    body.put(field, value == null ? "" : value);

    assertThat(registers(body).badFields()).containsExactly(field);
  }

  @Test
  void a_fleet_has_a_plate_once_and_another_fleet_may_have_it_too() {
    var body = Map.of("registration", "KA01AB1", "vehicleType", "TIPPER");
    var first = registers(body);

    var again = registers(Map.of("registration", "ka 01 ab 1", "vehicleType", "TANKER"));
    var elsewhere = api.post(Carrier.of(api).token(), "/vehicles", body);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("VEHICLE_EXISTS");
    assertThat(again.text("vehicleId")).isEqualTo(first.text("vehicleId"));
    assertThat(elsewhere.status()).isEqualTo(201);
  }

  @Test
  void a_request_that_comes_again_with_its_key_registers_once() {
    var body = Map.of("registration", "KA01AB1", "vehicleType", "TIPPER");

    var replies =
        Together.all(4, n -> api.postWithKey(carrier.token(), "/vehicles", "a key", body));

    assertThat(replies).extracting(Answer::status).containsOnly(201);
    assertThat(replies)
        .extracting(reply -> reply.text("vehicleId"))
        .containsOnly(replies.getFirst().text("vehicleId"));
    assertThat(replies.stream().filter(Answer::isReplayed)).hasSize(3);
  }

  @Test
  void a_vehicle_says_whether_there_are_jobs_for_it() {
    var vehicle = "/vehicles/" + carrier.vehicle("TIPPER");

    assertThat(setStatus(vehicle, "maintenance").text("status")).isEqualTo("maintenance");
    assertThat(api.get(carrier.token(), vehicle).text("status")).isEqualTo("maintenance");
    assertThat(setStatus(vehicle, "flying").badFields()).containsExactly("status");
    assertThat(setStatus("/vehicles/none", "available").status()).isEqualTo(404);
    assertThat(
            api.put(Carrier.of(api).token(), vehicle + "/status", Map.of("status", "available"))
                .status())
        .isEqualTo(404);
    assertThat(api.get(carrier.token(), vehicle).text("status")).isEqualTo("maintenance");
  }

  @Test
  void drivers_are_registered_with_an_id_of_their_own_or_a_new_one() {
    var own = carrier.driver();
    var given =
        api.post(carrier.token(), "/drivers", Map.of("name", "Ravi", "phone", "9845012345"));

    assertThat(given.status()).isEqualTo(201);
    assertThat(ids("/drivers", "drivers", "driverId"))
        .containsExactlyInAnyOrder(own, given.text("driverId"));
    var again = Map.of("driverId", own, "name", "Asha", "phone", "9845012345");
    assertThat(api.post(carrier.token(), "/drivers", again).code()).isEqualTo("DRIVER_EXISTS");
    assertThat(
            api.post(carrier.token(), "/drivers", Map.of("name", " ", "phone", "none")).badFields())
        .containsExactly("name", "phone");
  }

  @Test
  void a_fleet_is_read_page_by_page_and_by_its_transporter_only() {
    var vehicles = List.of(carrier.vehicle("TIPPER"), carrier.vehicle("TANKER"));

    assertThat(ids("/vehicles", "vehicles", "vehicleId")).isEqualTo(vehicles);
    var first = api.get(carrier.token(), "/vehicles?limit=1");
    assertThat(first.text("nextCursor")).isEqualTo(vehicles.getFirst());
    assertThat(ids("/vehicles?cursor=" + vehicles.getFirst(), "vehicles", "vehicleId"))
        .containsExactly(vehicles.getLast());

    assertThat(api.get(Carrier.of(api).token(), "/vehicles").body().path("vehicles").size())
        .isZero();
    assertThat(api.get(Carrier.of(api).token(), "/vehicles/" + vehicles.getFirst()).status())
        .isEqualTo(404);
    assertThat(api.get(Tokens.driver("driver", carrier.id()), "/vehicles").status()).isEqualTo(403);
    assertThat(api.get(Tokens.customer("customer"), "/vehicles").status()).isEqualTo(403);
    assertThat(api.get(Tokens.ownerDriver("captain"), "/vehicles").status()).isEqualTo(200);
  }

  @Test
  void everybody_reads_the_catalogue() {
    var catalogue = api.get(Tokens.customer("customer"), "/vehicle-types").body();

    assertThat(catalogue.path("vehicleTypes").valueStream().map(type -> type.asString()))
        .contains("MINI_TRUCK", "TRUCK_14FT", "TRAILER_40FT");
  }

  private Answer registers(Map<String, ?> vehicle) {
    return api.post(carrier.token(), "/vehicles", vehicle);
  }

  private Answer setStatus(String vehicle, String status) {
    return api.put(carrier.token(), vehicle + "/status", Map.of("status", status));
  }

  private List<String> ids(String path, String list, String id) {
    return api.get(carrier.token(), path)
        .body()
        .path(list)
        .valueStream()
        .map(found -> found.path(id).asString())
        .toList();
  }
}
