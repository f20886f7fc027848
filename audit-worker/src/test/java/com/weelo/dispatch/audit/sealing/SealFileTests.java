package com.weelo.dispatch.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealFileTests {

  private final Path path;
  private final SealFile file;
  private final SigningKey key;

  SealFileTests(@TempDir Path folder) {
    this.path = folder.resolve("outside").resolve("seals.ndjson");
    this.file = new SealFile(path);
    this.key = SigningKey.readOrCreate(folder.resolve("key.pem"));
  }

  @Test
  void what_was_written_is_read_back() {
    file.append(List.of(seal(1), seal(2)));
    file.append(List.of(seal(3)));

    assertThat(read())
        .usingElementComparator(SealFileTests::bySeal)
        .containsExactly(seal(1), seal(2), seal(3));
    assertThat(file.last()).hasValue(3);
  }

  @Test
  void where_there_is_no_file_there_are_no_seals() {
    assertThat(read()).isEmpty();
    assertThat(file.last()).isEmpty();
  }

  @Test
  void half_a_line_that_a_crash_left_harms_no_other() throws IOException {
    file.append(List.of(seal(1)));
    Files.writeString(path, "{\"number\":2,\"sea", StandardOpenOption.APPEND);
    assertThat(file.last()).hasValue(1);

    file.append(List.of(seal(2)));

    assertThat(read()).extracting(Seal::number).containsExactly(1L, 2L);
  }

  @Test
  void what_is_written_while_it_is_read_is_left_for_the_next_time() {
    file.append(List.of(seal(1)));
    try (var reader = file.read()) {
      file.append(List.of(seal(2)));

      assertThat(reader.next()).isNotNull();
      assertThat(reader.next()).isNull();
    }
  }

  private List<Seal> read() {
    var seals = new ArrayList<Seal>();
    try (var reader = file.read()) {
      for (var seal = reader.next(); seal != null; seal = reader.next()) {
        seals.add(seal);
      }
    }
    return seals;
  }

  private Seal seal(long number) {
    return Seal.unsigned(
            number,
            Instant.parse("2026-03-02T09:00:00.123456Z").plusSeconds(number),
            Seal.beforeTheFirst(),
            0,
            SealedHead.root(List.of()))
        .signed(key);
  }

  private static int bySeal(Seal one, Seal other) {
    return one.sameAs(other) ? 0 : 1;
  }
}
