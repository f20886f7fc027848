package com.weelo.dispatch.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire format is what these files say. Files are added, never edited. */
class GoldenFilesTests {

  private final EventCodec codec = new EventCodec();

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleEncodesToItsGoldenFile(EventEnvelope<?> sample) {
    var encoded = EventJson.tree(codec.encode(sample));
    var file = EventJson.goldenFile(sample);

    assertThat(file)
        .as("add it for a new type or version:%n%s", EventJson.pretty(encoded))
        .exists();
    assertThat(encoded).isEqualTo(EventJson.tree(EventJson.read(file)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleComesBackAsItWas(EventEnvelope<?> sample) {
    assertThat(codec.decode(codec.encode(sample))).hasValue(sample);
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void everyGoldenFileStillDecodes(Path file) {
    assertThat(codec.decode(EventJson.read(file)))
        .hasValueSatisfying(event ->
            assertThat(file.getFileName().toString()).startsWith(event.eventType() + ".v"));
  }

  static List<EventEnvelope<?>> samples() {
    return SampleEnvelopes.all();
  }

  static List<Path> goldenFiles() {
    return EventJson.goldenFiles();
  }
}
