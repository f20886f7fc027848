package com.weelo.dispatch.suite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.weelo.dispatch.events.GeoPoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTests {

  private static final String TRACES =
      """
      vehicle_id,epoch_ms,lat,lon,occupied
      truck,2000,37.5,-122.5,1
      van,1000,37.4,-122.4,0
      """;
  private static final String TRIPS =
      """
      request_id,epoch_ms,pickup_lat,pickup_lon,dropoff_lat,dropoff_lon,dropoff_epoch_ms
      trip,1500,37.4,-122.4,37.5,-122.5,61500
      """;

  @TempDir Path folder;

  @Test
  void the_bundled_one_has_vehicles_and_trips_of_the_same_time() {
    var recording = Recording.load(null, null);

    assertThat(recording.fixes()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(recording.trips())
        .hasSizeGreaterThan(1_000)
        .allMatch(trip -> !trip.at().isBefore(recording.begin()))
        .allMatch(trip -> !trip.at().isAfter(recording.end()));
  }

  @Test
  void files_are_read_in_the_order_of_time_whatever_theirs() throws IOException {
    var recording = Recording.load(file(TRACES), file(TRIPS));

    assertThat(recording.fixes()).extracting(TraceFix::vehicleId).containsExactly("van", "truck");
    assertThat(recording.length()).isEqualTo(Duration.ofSeconds(1));
    assertThat(recording.trips())
        .containsExactly(
            new Trip(
                "trip",
                Instant.ofEpochMilli(1500),
                new GeoPoint(37.4, -122.4),
                new GeoPoint(37.5, -122.5),
                Duration.ofMinutes(1)));
  }

  @Test
  void a_compressed_file_is_the_same_as_a_plain_one() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(TRACES.getBytes());
    }
    var compressed = Files.write(folder.resolve("traces.csv.gz"), packed.toByteArray());

    assertThat(Recording.load(compressed, file(TRIPS)))
        .isEqualTo(Recording.load(file(TRACES), file(TRIPS)));
  }

  @Test
  void what_can_not_be_read_is_named_with_file_and_line() throws IOException {
    assertMalformed(TRACES.replace("37.4", "north"), "line 3: lat is not a number: north");
    assertMalformed(TRACES.replace("37.4", "137.4"), "line 3: ");
    assertMalformed(TRACES.replace("truck,", ","), "line 2: vehicle_id is missing");
    assertMalformed(TRACES.replace(",occupied", ",busy"), "there is no column occupied");
    assertMalformed(TRACES.lines().findFirst().orElseThrow(), "hold no position");
    assertMalformed("", "is empty");
  }

  @Test
  void a_file_that_is_not_there_is_named() throws IOException {
    var nowhere = folder.resolve("nowhere.csv");

    assertThatThrownBy(() -> Recording.load(nowhere, file(TRIPS)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(nowhere.toString());
  }

  private void assertMalformed(String traces, String why) throws IOException {
    var file = file(traces);
    assertThatThrownBy(() -> Recording.load(file, file(TRIPS)))
        .isInstanceOf(MalformedRecording.class)
        .hasMessageContaining(why);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "recording", ".csv"), content);
  }
}
