package com.weelo.dispatch.order.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.fleet.FleetFilePolicy.Line;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetFilePolicyTests {

  private static final String HEADER =
      "registration,vehicleType,vehicleSubtype,capacityTonnes,driverId,driverName,driverPhone\n";

  private final FleetFilePolicy policy =
      new FleetFilePolicy(new DraftPolicy(SpellingPolicyTests.CATALOGUE));

  @Test
  void a_row_may_describe_a_vehicle_a_driver_or_both() {
    var lines =
        read(
            HEADER
                + "ka 01-ab.1234,32 FT Multi-Axle 14MT - HCV,,,,,\n"
                + ",,,,driver-7,Asha,+91 98450 12345\n"
                + "KA01CD5678,TIPPER,rock body,16.5,,Ravi,9845012346\n");

    assertThat(lines.get(0).vehicle())
        .isEqualTo(
            new VehicleDraft(
                new Registration("KA01AB1234"),
                new VehicleType("TRUCK_32FT"),
                "multi axle",
                new BigDecimal("14")));
    assertThat(lines.get(0).driver()).isNull();
    assertThat(lines.get(1).vehicle()).isNull();
    assertThat(lines.get(1).driver())
        .isEqualTo(new DriverDraft(new DriverId("driver-7"), "Asha", "+91 98450 12345"));
    assertThat(lines.get(2).vehicle())
        .isEqualTo(
            new VehicleDraft(
                new Registration("KA01CD5678"),
                new VehicleType("TIPPER"),
                "rock body",
                new BigDecimal("16.5")));
    assertThat(lines.get(2).driver()).isEqualTo(new DriverDraft(null, "Ravi", "9845012346"));
    assertThat(lines).allSatisfy(line -> assertThat(line.complaints()).isEmpty());
  }

  @Test
  void what_is_wrong_with_a_row_is_said_and_holds_up_no_other() {
    var lines =
        read(
            HEADER
                + "KA01,TRUK_14FT,,,,,\n"
                + "!!,TIPPER,,a lot,,,\n"
                + "KA02,,,,,Ravi,none\n"
                + "KA03,TIPPER,,0,,,\n"
                + "KA04,TIPPER\n"
                + "KA05,TIPPER,,,,,,,more\n"
                + ",,,,,,\n");

    assertThat(lines).extracting(Line::row).containsExactly(2, 3, 4, 5, 6, 7, 8);
    assertThat(lines)
        .extracting(line -> line.complaints().stream().map(Complaint::field).toList())
        .containsExactly(
            List.of("vehicleType"),
            List.of("registration", "capacityTonnes"),
            List.of("vehicleType", "phone"),
            List.of("capacityTonnes"),
            List.of(),
            List.of("row"),
            List.of("row"));
    assertThat(lines.get(0).complaints().getFirst().nearest()).first().isEqualTo("TRUCK_14FT");
    assertThat(lines.stream().filter(line -> line.vehicle() != null)).hasSize(1);
  }

  @Test
  void a_plate_that_comes_twice_counts_once() {
    var lines = read(HEADER + "KA 01 AB 1,TIPPER\nKA01AB2,TIPPER\nka01ab1,TANKER\n");

    assertThat(lines.get(0).complaints()).isEmpty();
    assertThat(lines.get(1).complaints()).isEmpty();
    assertThat(lines.get(2).complaints())
        .containsExactly(Complaint.of("registration", "stands in row 2 already"));
    assertThat(lines.get(2).vehicle()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registration,vehicleType",
        "Vehicle Type,REGISTRATION,colour",
        "vehicle_type,registration,capacity_tonnes",
        "name,phone",
        "driver-name,driver phone,driverId",
      })
  void columns_come_in_any_order_and_spelling(String header) {
    assertThat(FleetFilePolicy.isHeader(Csv.rows(header).getFirst())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registration",
        "vehicleType,name",
        "KA01AB1234,TIPPER",
        "registration,vehicleType,Registration",
      })
  void a_file_without_names_for_its_columns_is_none(String header) {
    assertThat(FleetFilePolicy.isHeader(Csv.rows(header).getFirst())).isFalse();
  }

  @Test
  void columns_that_nobody_knows_are_passed_over() {
    var lines = read("colour,registration,vehicleType\nblue,KA01,TIPPER\n");

    assertThat(lines.getFirst().vehicle())
        .isEqualTo(
            new VehicleDraft(new Registration("KA01"), new VehicleType("TIPPER"), null, null));
  }

  private List<Line> read(String csv) {
    var rows = Csv.rows(csv);
    return policy.read(rows.getFirst(), rows.subList(1, rows.size()));
  }
}
