package com.weelo.dispatch.audit.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.weelo.dispatch.audit.recording.GapCause;
import com.weelo.dispatch.audit.recording.Recorder;
import com.weelo.dispatch.audit.sealing.Sealer;
import com.weelo.dispatch.audit.sealing.SigningKey;
import com.weelo.dispatch.audit.testing.AuditDatabase;
import com.weelo.dispatch.audit.verifying.Finding.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever the owner of the database does to the record, it is found, and called by its name. */
class TamperingIT {

  private static final String TOPIC = "booking.accepted";
  private static final String OTHER = "booking.created";
  private static final String POSITIONS = "location.updated";

  private final AuditDatabase database = new AuditDatabase();
  private final JdbcTemplate owner = database.asOwner();
  private final Forger forger = new Forger(database);
  private final Recorder recorder =
      new Recorder(database, (partition, from, to) -> GapCause.MISSING);
  private final Path folder;
  private final Path elsewhere;
  private final Sealer sealer;

  TamperingIT(@TempDir Path folder, @TempDir Path elsewhere) {
    this.folder = folder;
    this.elsewhere = elsewhere;
    this.sealer = new Sealer(database, folder);
  }

  @BeforeEach
  void twenty_records_are_sealed_and_ten_more_recorded() {
    recorder.record(Recorder.events(OTHER, 0, 10));
    recorder.digest(Recorder.events(POSITIONS, 0, 10));
    recorder.record(Recorder.events(TOPIC, 0, 10));
    sealer.seal();
    recorder.record(Recorder.events(TOPIC, 10, 20));
    recorder.digest(Recorder.events(POSITIONS, 10, 20));
    sealer.seal();
    recorder.record(Recorder.events(TOPIC, 20, 30));
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void what_nobody_touched_is_verified() {
    var verification = verify();

    assertThat(verification.findings()).isEmpty();
    assertThat(verification.verified()).isTrue();
    assertThat(verification.records()).isEqualTo(10 + 30 + 2);
    assertThat(verification.sealsChecked()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "value = set_byte(value, 7, get_byte(value, 7) # 1)",
        "value = NULL",
        "key = 'booking-9'",
        "headers = headers || '\\x00000000ffffffff'",
        "log_timestamp = log_timestamp + 1",
        "event_id = gen_random_uuid()",
        "event_type = 'booking.created'",
        "actor = 'somebody else'",
        "occurred_at = occurred_at + interval '1 microsecond'",
        "entities = '{}'",
        "gap = 'retention'",
        "hash = sha256(hash)",
        "hash = '\\x00'"
      })
  void a_row_that_is_not_what_it_was(String change) {
    owner.update("UPDATE records SET " + change + " WHERE " + at(TOPIC, 7));

    assertThat(findings()).containsExactly(tuple(Kind.ROW_CHANGED, TOPIC, 7L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"records = 11", "last_timestamp = 0", "digest = sha256(digest)", "to_offset = 8"})
  void a_digest_that_is_not_what_it_was(String change) {
    owner.update(
        "UPDATE digests SET "
            + change
            + " WHERE from_offset = 0 AND chain = "
            + forger.chain(POSITIONS));

    assertThat(findings()).contains(tuple(Kind.ROW_CHANGED, POSITIONS, 0L));
  }

  @Test
  void the_last_row() {
    owner.update("UPDATE records SET actor = 'nobody' WHERE " + at(TOPIC, 29));

    assertThat(findings()).containsExactly(tuple(Kind.ROW_CHANGED, TOPIC, 29L));
  }

  @Test
  void several_rows() {
    owner.update(
        "UPDATE records SET actor = 'nobody' WHERE log_offset IN (3, 4, 28) AND chain = "
            + forger.chain(TOPIC));

    assertThat(findings())
        .containsExactly(
            tuple(Kind.ROW_CHANGED, TOPIC, 3L),
            tuple(Kind.ROW_CHANGED, TOPIC, 4L),
            tuple(Kind.ROW_CHANGED, TOPIC, 28L));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7, 9, 10, 19, 25})
  void a_row_that_is_gone(long offset) {
    owner.update("DELETE FROM records WHERE " + at(TOPIC, offset));

    assertThat(findings()).containsExactly(tuple(Kind.ROWS_MISSING, TOPIC, offset));
  }

  @Test
  void a_digest_that_is_gone() {
    owner.update("DELETE FROM digests WHERE from_offset = 0");

    assertThat(findings()).containsExactly(tuple(Kind.ROWS_MISSING, POSITIONS, 0L));
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 8, 12, 19, 29})
  void two_rows_in_each_others_place(long other) {
    owner.update("UPDATE records SET log_offset = 1000 WHERE " + at(TOPIC, 5));
    owner.update("UPDATE records SET log_offset = 5 WHERE " + at(TOPIC, other));
    owner.update("UPDATE records SET log_offset = " + other + " WHERE " + at(TOPIC, 1000));

    assertThat(findings()).startsWith(tuple(Kind.ROWS_SWAPPED, TOPIC, 5L));
    assertThat(findings())
        .extracting(finding -> finding.toList().get(0))
        .doesNotContain(Kind.ROW_CHANGED);
  }

  @Test
  void two_rows_whose_contents_are_exchanged() {
    owner.update(
        """
        UPDATE records this SET log_timestamp = that.log_timestamp, key = that.key,
            headers = that.headers, value = that.value, event_id = that.event_id,
            actor = that.actor, entities = that.entities, occurred_at = that.occurred_at
        FROM records that
        WHERE this.chain = %1$d AND that.chain = %1$d
          AND (this.log_offset, that.log_offset) IN ((5, 12), (12, 5))
        """
            .formatted(forger.chain(TOPIC)));

    assertThat(findings()).containsExactly(tuple(Kind.ROWS_SWAPPED, TOPIC, 5L));
  }

  @Test
  void a_tail_that_is_cut() {
    owner.update("DELETE FROM records WHERE log_offset >= 15 AND chain = " + forger.chain(TOPIC));

    assertThat(findings()).containsExactly(tuple(Kind.TAIL_CUT, TOPIC, 15L));
  }

  @Test
  void a_tail_that_is_cut_with_the_head_put_back() {
    forger.cut(TOPIC, 15);

    assertThat(findings()).containsExactly(tuple(Kind.TAIL_CUT, TOPIC, 15L));
  }

  @Test
  void a_tail_that_is_cut_and_grows_again() {
    forger.cut(TOPIC, 15);
    sealer.seal();
    recorder.record(Recorder.events(TOPIC, 15, 40));
    sealer.seal();

    assertThat(findings()).contains(tuple(Kind.TAIL_CUT, TOPIC, 15L));
  }

  @Test
  void a_tail_that_was_not_sealed_yet_but_read() {
    owner.update("INSERT INTO consumed_offsets VALUES ('audit-worker.events', ?, 0, 30)", TOPIC);
    forger.cut(TOPIC, 25);

    assertThat(findings()).containsExactly(tuple(Kind.TAIL_CUT, TOPIC, 25L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"next_offset = 29", "hash = sha256(hash)", "links = 31"})
  void a_head_that_is_not_what_it_was(String change) {
    owner.update("UPDATE chains SET " + change + " WHERE topic = ?", TOPIC);

    assertThat(findings())
        .extracting(finding -> finding.toList().get(0))
        .containsExactly(Kind.HEAD_DIFFERS);
  }

  @Test
  void a_whole_chain_that_is_gone() {
    owner.update("DELETE FROM records WHERE chain = " + forger.chain(OTHER));
    owner.update("DELETE FROM chains WHERE topic = ?", OTHER);

    assertThat(findings()).containsExactly(tuple(Kind.CHAIN_GONE, OTHER, 0L));
  }

  @Test
  void a_whole_chain_rewritten_with_its_head() {
    forger.rewrite(TOPIC, 7);

    assertThat(findings()).containsExactly(tuple(Kind.CHAIN_REWRITTEN, TOPIC, 0L));
  }

  @Test
  void what_was_rewritten_is_found_between_two_seals() {
    forger.rewrite(TOPIC, 13);

    assertThat(findings()).containsExactly(tuple(Kind.CHAIN_REWRITTEN, TOPIC, 10L));
  }

  @Test
  void a_chain_rewritten_with_what_seals_saw_of_it() {
    forger.rewrite(TOPIC, 7);
    forger.rewriteSealedHeads(TOPIC);

    assertThat(findings()).containsExactly(tuple(Kind.SEAL_ALTERED, null, 1L));
  }

  @Test
  void a_chain_rewritten_with_seals_that_somebody_else_signs() {
    forger.rewrite(TOPIC, 7);
    forger.rewriteSealedHeads(TOPIC);
    forger.reseal(SigningKey.readOrCreate(elsewhere.resolve("key")));

    assertThat(findings())
        .containsExactly(
            tuple(Kind.SEAL_FORGED, null, 1L),
            tuple(Kind.SEAL_ALTERED, null, 1L),
            tuple(Kind.SEAL_FORGED, null, 2L),
            tuple(Kind.SEAL_ALTERED, null, 2L));
  }

  @Test
  void a_chain_rewritten_with_seals_by_whoever_has_the_key_but_not_the_file() {
    forger.rewrite(TOPIC, 7);
    forger.rewriteSealedHeads(TOPIC);
    forger.reseal(SigningKey.read(folder.resolve("key.pem")));

    assertThat(findings())
        .containsExactly(tuple(Kind.SEAL_ALTERED, null, 1L), tuple(Kind.SEAL_ALTERED, null, 2L));
  }

  @Test
  void a_seal_that_is_gone() {
    owner.update("DELETE FROM seals WHERE number = 1");

    assertThat(findings()).contains(tuple(Kind.SEAL_MISSING, null, 1L));
  }

  @Test
  void the_last_seal_that_is_gone() {
    owner.update("DELETE FROM sealed_heads WHERE seal = 2");
    owner.update("DELETE FROM seals WHERE number = 2");

    assertThat(findings()).containsExactly(tuple(Kind.SEAL_MISSING, null, 2L));
  }

  @Test
  void seals_that_another_key_signed() {
    forger.reseal(SigningKey.readOrCreate(elsewhere.resolve("key")));

    assertThat(findings())
        .contains(tuple(Kind.SEAL_FORGED, null, 1L), tuple(Kind.SEAL_FORGED, null, 2L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sealed_at = sealed_at - interval '1 hour'", "root = sha256(root)"})
  void a_seal_that_is_not_what_it_was(String change) {
    owner.update("UPDATE seals SET " + change + " WHERE number = 2");

    assertThat(findings()).contains(tuple(Kind.SEAL_FORGED, null, 2L));
  }

  private Verification verify() {
    try {
      return new ChainVerifier(
              database.owner(),
              new Trust(Set.of(sealer.key()), sealer.file(), null),
              Clock.systemUTC())
          .verify(Scope.ALL, Progress.NONE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String at(String topic, long offset) {
    return "log_offset = " + offset + " AND chain = " + forger.chain(topic);
  }

  private List<Tuple> findings() {
    return verify().findings().stream()
        .map(finding -> tuple(finding.kind(), finding.topic(), finding.offset()))
        .toList();
  }
}
