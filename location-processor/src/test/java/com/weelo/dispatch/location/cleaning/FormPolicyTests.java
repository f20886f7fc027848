package com.weelo.dispatch.location.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPolicyTests {

  private static final Instant NOW = Instant.parse("2026-01-10T08:00:00Z");

  private final FormPolicy policy = Policies.form();

  @ParameterizedTest
  @CsvSource({"90, 180", "-90, -180", "0, 77.6", "12.9, 0"})
  void a_place_on_earth_is_one(double latitude, double longitude) {
    assertThat(wrongFields(at(latitude, longitude))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "91, 0, latitude",
    "-90.1, 10, latitude",
    "NaN, 10, latitude",
    "Infinity, 10, latitude",
    "10, 180.1, longitude",
    "10, -Infinity, longitude",
    "10, NaN, longitude"
  })
  void a_place_off_earth_is_none(double latitude, double longitude, String field) {
    assertThat(wrongFields(at(latitude, longitude))).containsExactly(field);
  }

  @Test
  void what_devices_send_that_have_no_position_is_none() {
    assertThat(wrongFields(at(0, 0))).containsExactly("latitude");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1_001, Double.NaN})
  void speeds_have_a_range(double speed) {
    assertThat(wrongFields(with(speed, null, null))).containsExactly("speed");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 361, Double.NaN})
  void bearings_have_a_range(double bearing) {
    assertThat(wrongFields(with(null, bearing, null))).containsExactly("bearing");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.POSITIVE_INFINITY, Double.NaN})
  void accuracies_have_a_range(double accuracy) {
    assertThat(wrongFields(with(null, null, accuracy))).containsExactly("accuracy");
  }

  @Test
  void a_clock_may_be_ahead_by_a_minute() {
    assertThat(wrongFields(recorded(NOW.plus(Duration.ofMinutes(1))))).isEmpty();
    assertThat(wrongFields(recorded(NOW.plus(Duration.ofMinutes(1)).plusMillis(1))))
        .containsExactly("recordedAt");
    assertThat(wrongFields(recorded(Instant.MAX))).containsExactly("recordedAt");
  }

  @Test
  void a_vehicle_type_is_in_the_catalogue() {
    assertThat(wrongFields(driving(new VehicleType("TIPPER")))).isEmpty();
    assertThat(wrongFields(driving(new VehicleType("SPACESHIP")))).containsExactly("vehicleType");
  }

  @Test
  void an_id_the_database_can_not_hold_is_none() {
    var report = new Report(new DriverId("d\u0000"), new TransporterId("t\u0000"), at(12.9, 77.6));

    assertThat(policy.violations(report, NOW))
        .extracting(FormPolicy.Violation::field)
        .containsExactly("driverId", "transporterId");
  }

  @Test
  void all_that_is_wrong_is_said() {
    var fix = new GpsFix(91, 181, -1.0, 400.0, -1.0, NOW, null, null);

    assertThat(wrongFields(fix))
        .containsExactly("latitude", "longitude", "speed", "bearing", "accuracy");
  }

  private Iterable<String> wrongFields(GpsFix fix) {
    var report = new Report(new DriverId("d-1"), new TransporterId("t-1"), fix);
    return policy.violations(report, NOW).stream().map(FormPolicy.Violation::field).toList();
  }

  private static GpsFix at(double latitude, double longitude) {
    return new GpsFix(latitude, longitude, null, null, null, NOW, null, null);
  }

  private static GpsFix with(
      @Nullable Double speed, @Nullable Double bearing, @Nullable Double accuracy) {
    return new GpsFix(12.9, 77.6, speed, bearing, accuracy, NOW, null, null);
  }

  private static GpsFix recorded(Instant recordedAt) {
    return new GpsFix(12.9, 77.6, null, null, null, recordedAt, null, null);
  }

  private static GpsFix driving(VehicleType type) {
    return new GpsFix(12.9, 77.6, null, null, null, NOW, null, type);
  }
}
