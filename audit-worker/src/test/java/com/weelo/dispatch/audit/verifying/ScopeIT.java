package com.weelo.dispatch.audit.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.weelo.dispatch.audit.recording.GapCause;
import com.weelo.dispatch.audit.recording.Recorder;
import com.weelo.dispatch.audit.sealing.Sealer;
import com.weelo.dispatch.audit.testing.AuditDatabase;
import com.weelo.dispatch.audit.verifying.Finding.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of the record is verified from one seal to another; what can not be sealed is told. */
class ScopeIT {

  private static final String TOPIC = "booking.accepted";
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final AuditDatabase database = new AuditDatabase();
  private final List<GapCause> causes = new ArrayList<>();
  private final Recorder recorder =
      new Recorder(database, (partition, from, to) -> causes.removeFirst());
  private final Path folder;

  ScopeIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void a_part_is_verified_from_seal_to_seal() throws SQLException {
    sealAfterEachTen();

    assertThat(verify(null, null).records()).isEqualTo(30);
    assertThat(verify(minute(1), null).records()).isEqualTo(20);
    assertThat(verify(null, minute(2)).records()).isEqualTo(20);
    assertThat(verify(minute(1), minute(2)).records()).isEqualTo(10);
    assertThat(verify(minute(1), minute(2)).sealsChecked()).isEqualTo(1);
    assertThat(verify(minute(3), null).findings()).isEmpty();
  }

  @Test
  void what_is_wrong_elsewhere_is_not_found_in_a_part() throws SQLException {
    sealAfterEachTen();
    database.asOwner().update("UPDATE records SET actor = 'nobody' WHERE log_offset = 15");

    assertThat(verify(null, minute(1)).verified()).isTrue();
    assertThat(verify(minute(1), minute(2)).verified()).isFalse();
    assertThat(verify(minute(2), null).verified()).isTrue();
  }

  @Test
  void what_kafka_lost_is_told_and_what_it_dropped_does_not_break_the_record() throws SQLException {
    causes.addAll(List.of(GapCause.RETENTION, GapCause.RETENTION, GapCause.MISSING));
    recorder.record(Recorder.events(TOPIC, 5, 10));
    assertThat(verify(null, null).findings()).isEmpty();

    recorder.record(Recorder.events(TOPIC, 15, 20));
    assertThat(verify(null, null).findings())
        .extracting(Finding::kind, Finding::offset)
        .containsExactly(tuple(Kind.RECORDS_EXPIRED, 10L));
    assertThat(verify(null, null).verified()).isTrue();

    recorder.record(Recorder.events(TOPIC, 21, 25));
    assertThat(verify(null, null).firstBroken())
        .extracting(finding -> finding == null ? null : finding.kind())
        .isEqualTo(Kind.RECORDS_LOST);
  }

  @Test
  void records_that_nobody_seals_are_told() throws SQLException {
    var sealer = new Sealer(database, folder, at(NOON), Duration.ZERO);
    recorder.record(Recorder.events(TOPIC, 0, 10));
    sealer.seal();
    var trust = new Trust(Set.of(sealer.key()), sealer.file(), Duration.ofMinutes(5));
    assertThat(found(trust, NOON.plus(Duration.ofHours(1)))).isEmpty();

    recorder.record(Recorder.events(TOPIC, 10, 11));
    assertThat(found(trust, NOON.plus(Duration.ofMinutes(4)))).isEmpty();
    assertThat(found(trust, NOON.plus(Duration.ofMinutes(6))))
        .extracting(Finding::kind)
        .containsExactly(Kind.UNSEALED);
  }

  @Test
  void progress_is_told_up_to_the_end() throws SQLException {
    recorder.record(Recorder.events(TOPIC, 0, 20_000));
    var told = new ArrayList<Long>();

    var verification =
        verifier(new Trust(Set.of(), null, null), NOON)
            .verify(
                Scope.ALL,
                (done, total) -> {
                  assertThat(total).isEqualTo(20_000);
                  told.add(done);
                });

    assertThat(verification.verified()).isTrue();
    assertThat(told).isSorted().hasSizeGreaterThan(2).endsWith(20_000L);
  }

  private void sealAfterEachTen() {
    for (int i = 0; i < 3; i++) {
      recorder.record(Recorder.events(TOPIC, 10L * i, 10L * i + 10));
      new Sealer(database, folder, at(minute(i + 1)), Duration.ZERO).seal();
    }
  }

  private static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  private static Clock at(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  private Verification verify(@Nullable Instant from, @Nullable Instant to) throws SQLException {
    return verifier(new Trust(Set.of(), null, null), NOON)
        .verify(new Scope(from, to), Progress.NONE);
  }

  private List<Finding> found(Trust trust, Instant now) throws SQLException {
    return verifier(trust, now).verify(Scope.ALL, Progress.NONE).findings();
  }

  private ChainVerifier verifier(Trust trust, Instant now) {
    return new ChainVerifier(database.owner(), trust, at(now));
  }
}
