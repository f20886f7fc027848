package com.weelo.dispatch.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.audit.recording.GapCause;
import com.weelo.dispatch.audit.recording.Recorder;
import com.weelo.dispatch.audit.testing.AuditDatabase;
import com.weelo.dispatch.testing.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingIT {

  private final AuditDatabase database = new AuditDatabase();
  private final Recorder recorder =
      new Recorder(database, (partition, from, to) -> GapCause.MISSING);
  private final Path folder;

  SealingIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void seals_are_numbered_without_holes_and_linked() {
    var sealer = new Sealer(database, folder);
    for (int i = 0; i < 3; i++) {
      recorder.record(Recorder.events("booking.created", i, i + 1));
      sealer.seal();
    }

    var seals = sealer.told();
    assertThat(seals).extracting(Seal::number).containsExactly(1L, 2L, 3L);
    assertThat(seals.get(0).previous()).isEqualTo(Seal.beforeTheFirst());
    assertThat(seals.get(1).previous()).isEqualTo(seals.get(0).hash());
    assertThat(seals.get(2).previous()).isEqualTo(seals.get(1).hash());
    assertThat(seals)
        .allSatisfy(seal -> assertThat(SealSignatures.isSignedBy(seal, sealer.key())).isTrue());
  }

  @Test
  void a_seal_keeps_only_the_heads_that_moved() {
    var sealer = new Sealer(database, folder);
    recorder.record(Recorder.events("booking.created", 0, 1));
    recorder.record(Recorder.events("booking.accepted", 0, 1));
    sealer.seal();
    recorder.record(Recorder.events("booking.accepted", 1, 2));
    sealer.seal();
    sealer.seal();

    assertThat(
            database
                .asOwner()
                .queryForList(
                    "SELECT seal || ' ' || topic || ' ' || next_offset FROM sealed_heads ORDER BY 1",
                    String.class))
        .containsExactly("1 booking.accepted 1", "1 booking.created 1", "2 booking.accepted 2");
  }

  @Test
  void of_several_instances_one_makes_a_seal_and_all_write_it_down() throws IOException {
    var clock = Clock.systemUTC();
    var instances = new ArrayList<Sealer>();
    for (int i = 0; i < 4; i++) {
      var own = Files.createDirectory(folder.resolve("instance-" + i));
      instances.add(new Sealer(database, own, clock, Duration.ofHours(1)));
    }

    Together.all(
        4,
        n -> {
          instances.get(n).seal();
          return n;
        });
    instances.forEach(Sealer::seal);

    assertThat(instances.stream().mapToInt(instance -> instance.told().size()).sum()).isEqualTo(1);
    assertThat(instances).allSatisfy(instance -> assertThat(written(instance)).containsExactly(1L));
  }

  @Test
  void many_at_once_leave_no_hole_in_the_numbers() {
    var sealers = IntStream.range(0, 4).mapToObj(i -> new Sealer(database, folder)).toList();

    Together.all(
        4,
        n -> {
          sealers.get(n).seal();
          return n;
        });

    assertThat(
            database.asOwner().queryForList("SELECT number FROM seals ORDER BY number", Long.class))
        .isEqualTo(LongStream.rangeClosed(1, 4).boxed().toList());
  }

  @Test
  void what_a_crash_kept_out_of_the_file_is_written_down_later() throws IOException {
    new Sealer(database, folder).seal();
    Files.delete(folder.resolve("seals.ndjson"));

    var restarted = new Sealer(database, folder);
    restarted.seal();

    assertThat(written(restarted)).containsExactly(1L, 2L);
  }

  private static List<Long> written(Sealer sealer) {
    var numbers = new ArrayList<Long>();
    try (var reader = sealer.file().read()) {
      for (var seal = reader.next(); seal != null; seal = reader.next()) {
        numbers.add(seal.number());
      }
    }
    return numbers;
  }
}
