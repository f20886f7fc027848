package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogScanTests {

  private final LogScan scan = new LogScan(List.of("Zebulon Quartermain", "9876501234"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error parsing HTTP request header [/ws?access_token=eyJhbGciOiJIUzI1NiJ9.e30.x]",
        "> Authorization: Bearer 0123456789abcdef",
        "Authorization=Basic dXNlcjpwYXNzd29yZA==",
        "connecting with password=hunter2",
        "{\"password\":\"hunter2\"}",
        "-----BEGIN PRIVATE KEY-----",
        "Detail: Key (phone)=(+919812345678) already exists.",
        "550 no such mailbox: somebody@example.org",
        "{\"pickup\":{\"latitude\":12.97,\"longitude\":77.59}}",
        "Place[latitude=12.97, longitude=77.59, address=null]",
        "GET /api/v1/search?pickupLat=12.97&pickupLng=77.59",
        "driver zebulon quartermain is unknown",
        "To 098765 01234 or 9876501234"
      })
  void what_no_log_may_say_is_found(String line) throws IOException {
    log("fine\n" + line + "\n");

    assertThat(scan.findings(List.of(folder)))
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found).contains("some.log, line 2: " + line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "put booking.created-3@17 (key 01a20031-54a7-713d-80e8-bb5e24986111) on its dead-letter topic",
        "ERROR: duplicate key value violates unique constraint \"one_active_booking\"",
        "sasl.jaas.config = [hidden], ssl.key.password = null",
        "latitude: is not valid",
        "Bearer token is missing"
      })
  void what_helps_an_operator_may_stay(String line) throws IOException {
    log(line);

    assertThat(scan.findings(List.of(folder))).isEmpty();
  }

  private void log(String text) throws IOException {
    Files.writeString(folder.resolve("some.log"), text);
  }
}
