package com.weelo.dispatch.order.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.order.testing.Answer;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Carrier;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

@OrderServiceTest
class ImportingFleetIT {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv");
  private static final String FLEET =
      """
      registration,vehicleType,capacityTonnes,driverId,driverName,driverPhone
      KA 01 AB 1234,32 FT Multi-Axle 14MT - HCV,,,Ravi,9845012345
      KA01AB1235,TRUK_14FT,,,,
      KA01AB1236,TIPPER,16,driver-7,"Rao, Asha",9845012346
      KA01AB1237,TIPPER,a lot,,,
      KA01AB1238,TIPPER,,driver-7,"Rao, Asha",9845012346
      """;

  private final Api api;
  private final Carrier carrier;

  @Autowired
  ImportingFleetIT(Api api) {
    this.api = api;
    this.carrier = Carrier.of(api);
  }

  @Test
  void what_is_right_is_taken_and_what_is_wrong_is_reported_row_by_row() {
    var report = imports(FLEET);

    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body().path("rows").asInt()).isEqualTo(5);
    assertThat(report.body().path("created").asInt()).isEqualTo(3);
    assertThat(report.body().path("rejected").asInt()).isEqualTo(2);
    assertThat(outcomes(report))
        .containsExactly("created", "rejected", "created", "rejected", "created");
    assertThat(results(report))
        .extracting(row -> row.path("row").asInt())
        .containsExactly(2, 3, 4, 5, 6);
    var first = results(report).getFirst();
    assertThat(first.path("registration").asString()).isEqualTo("KA01AB1234");
    assertThat(first.path("vehicleType").asString()).isEqualTo("TRUCK_32FT");
    var second = results(report).get(1);
    assertThat(second.at("/errors/0/field").asString()).isEqualTo("vehicleType");
    assertThat(second.at("/errors/0/nearest/0").asString()).isEqualTo("TRUCK_14FT");

    var vehicles = fleet("vehicles");
    assertThat(vehicles)
        .extracting(vehicle -> vehicle.path("registration").asString())
        .containsExactlyInAnyOrder("KA01AB1234", "KA01AB1236", "KA01AB1238");
    assertThat(vehicles)
        .extracting(vehicle -> vehicle.path("vehicleId").asString())
        .contains(first.path("vehicleId").asString());
    assertThat(fleet("drivers"))
        .extracting(driver -> driver.path("name").asString())
        .containsExactlyInAnyOrder("Ravi", "Rao, Asha");
  }

  @Test
  void a_file_that_comes_again_brings_up_to_date_and_doubles_nothing() {
    imports(FLEET);
    var before = fleet("vehicles");

    var report =
        imports(
            FLEET.replace("KA01AB1235,TRUK_14FT", "KA01AB1235,TRUCK_14FT").replace(",16,", ",18,"));

    assertThat(outcomes(report))
        .containsExactly("updated", "created", "updated", "rejected", "updated");
    var after = fleet("vehicles");
    assertThat(after).hasSize(4);
    assertThat(fleet("drivers")).hasSize(2);
    assertThat(after.stream().map(vehicle -> vehicle.path("vehicleId").asString()))
        .containsAll(before.stream().map(v -> v.path("vehicleId").asString()).toList());
    assertThat(
            after.stream()
                .filter(vehicle -> vehicle.path("registration").asString().endsWith("1236"))
                .map(vehicle -> vehicle.path("capacityTonnes").asInt()))
        .containsExactly(18);
  }

  @Test
  void a_vehicle_that_is_laid_up_stays_so() {
    imports(FLEET);
    var vehicle = fleet("vehicles").getFirst().path("vehicleId").asString();
    api.put(carrier.token(), "/vehicles/" + vehicle + "/status", Map.of("status", "maintenance"));

    imports(FLEET);

    assertThat(api.get(carrier.token(), "/vehicles/" + vehicle).text("status"))
        .isEqualTo("maintenance");
  }

  @Test
  void files_of_one_fleet_that_come_at_once_double_nothing() {
    var replies = Together.all(6, n -> imports(FLEET));

    assertThat(replies).extracting(Answer::status).containsOnly(200);
    assertThat(replies.stream().mapToInt(reply -> reply.body().path("created").asInt()).sum())
        .isEqualTo(3);
    assertThat(fleet("vehicles")).hasSize(3);
    assertThat(fleet("drivers")).hasSize(2);
  }

  @Test
  void a_form_may_send_it() {
    var form = new LinkedMultiValueMap<String, Object>();
    form.add(
        "file",
        new ByteArrayResource(FLEET.getBytes(UTF_8)) {
          @Override
          public String getFilename() {
            return "fleet.csv";
          }
        });

    var report = api.upload(carrier.token(), "/fleet/import", MediaType.MULTIPART_FORM_DATA, form);

    assertThat(report.body().path("created").asInt()).isEqualTo(3);
  }

  @Test
  void a_thousand_rows_are_taken_at_once() {
    var rows =
        IntStream.range(0, 1_000)
            .mapToObj(n -> "KA%04d,%s".formatted(n, n % 2 == 0 ? "TIPPER" : "24 FT"))
            .collect(Collectors.joining("\n", "registration,vehicleType\n", ""));

    var report = imports(rows);

    assertThat(report.body().path("created").asInt()).isEqualTo(1_000);
    assertThat(fleet("vehicles?limit=1000", "vehicles")).hasSize(1_000);
  }

  @Test
  void what_is_no_fleet_is_refused() {
    assertThat(imports("").status()).isEqualTo(400);
    assertThat(imports("KA01AB1234,TIPPER\n").badFields()).containsExactly("file");
    assertThat(upload("registration,vehicleType\nK\u00c4,TIPPER".getBytes(ISO_8859_1)).badFields())
        .containsExactly("file");
    var tooMany = "registration,vehicleType\n" + "K,TIPPER\n".repeat(5_001);
    assertThat(imports(tooMany).badFields()).containsExactly("file");
    assertThat(
            api.upload(
                    Tokens.driver("driver", carrier.id()),
                    "/fleet/import",
                    CSV,
                    FLEET.getBytes(ISO_8859_1))
                .status())
        .isEqualTo(403);
    assertThat(fleet("vehicles")).isEmpty();
  }

  private Answer imports(String csv) {
    return upload(csv.getBytes(UTF_8));
  }

  private Answer upload(byte[] csv) {
    return api.upload(carrier.token(), "/fleet/import", CSV, csv);
  }

  private List<JsonNode> fleet(String list) {
    return fleet(list, list);
  }

  private List<JsonNode> fleet(String path, String list) {
    return api.get(carrier.token(), "/" + path).body().path(list).valueStream().toList();
  }

  private static List<JsonNode> results(Answer report) {
    return report.body().path("results").valueStream().toList();
  }

  private static List<String> outcomes(Answer report) {
    return results(report).stream().map(row -> row.path("outcome").asString()).toList();
  }
}
