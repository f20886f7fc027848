package com.weelo.dispatch.audit.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.weelo.dispatch.audit.testing.AuditDatabase;
import com.weelo.dispatch.platform.consuming.RetryableFailure;
import com.weelo.dispatch.testing.Together;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What comes is recorded once, in order, whatever it is and however often it comes. */
class RecordingIT {

  private static final String TOPIC = "booking.accepted";

  private final AuditDatabase database = new AuditDatabase();
  private final JdbcTemplate owner = database.asOwner();
  private final List<String> gapsAskedFor = new ArrayList<>();
  private final Recorder recorder =
      new Recorder(
          database,
          (partition, from, to) -> {
            gapsAskedFor.add(from + "-" + to);
            return GapCause.COMPACTION;
          });

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void a_record_is_kept_to_the_byte() {
    recorder.record(List.of(Recorder.event(TOPIC, 0)));

    var row = owner.queryForMap("SELECT * FROM records");
    assertThat(row.get("value")).isEqualTo(Recorder.event(TOPIC, 0).value());
    assertThat(row.get("key")).isEqualTo("booking-0".getBytes(UTF_8));
    assertThat(row.get("event_type")).isEqualTo("booking.accepted");
    assertThat(row.get("actor")).isEqualTo("kaveri-0");
    assertThat(CanonicalHeaders.read((byte[]) Objects.requireNonNull(row.get("headers"))))
        .isEqualTo(Map.of("event-id", "id-0"));
  }

  @Test
  void what_comes_again_is_recorded_once() {
    recorder.record(Recorder.events(TOPIC, 0, 10));
    recorder.record(Recorder.events(TOPIC, 0, 10));
    recorder.record(Recorder.events(TOPIC, 5, 15));

    assertThat(offsets()).isEqualTo(LongStream.range(0, 15).boxed().toList());
    assertThat(gapsAskedFor).isEmpty();
    assertThat(recorder.recorded()).isEqualTo(15);
  }

  @Test
  void a_log_that_begins_anew_goes_on_where_the_record_had_come_to() {
    recorder.record(Recorder.events(TOPIC, 0, 10));
    owner.update("UPDATE chains SET base = next_offset");

    recorder.record(Recorder.events(TOPIC, 0, 5));
    recorder.record(Recorder.events(TOPIC, 3, 8));
    recorder.record(Recorder.events(TOPIC, 9, 10));

    assertThat(offsets()).isEqualTo(LongStream.range(0, 20).filter(n -> n != 18).boxed().toList());
    assertThat(gapsAskedFor).containsExactly("8-8");
  }

  @Test
  void the_chain_does_not_depend_on_how_records_are_polled() {
    recorder.record(Recorder.events(TOPIC, 0, 30));
    var atOnce = head();
    try (var other = new AuditDatabase()) {
      var oneByOne = new Recorder(other, (partition, from, to) -> GapCause.MISSING);
      Recorder.events(TOPIC, 0, 30).forEach(record -> oneByOne.record(List.of(record)));

      assertThat(head(other.asOwner())).isEqualTo(atOnce);
    }
  }

  @Test
  void of_many_who_believe_to_own_a_partition_one_links_on() {
    recorder.record(Recorder.events(TOPIC, 0, 5));

    var outcomes =
        Together.all(
            8,
            n -> {
              try {
                recorder.record(Recorder.events(TOPIC, 5, 105));
                return "recorded";
              } catch (RetryableFailure e) {
                return "tried again";
              }
            });

    assertThat(outcomes).contains("recorded");
    assertThat(offsets()).hasSize(105).doesNotHaveDuplicates();
    assertThat(owner.queryForObject("SELECT links FROM chains", Long.class)).isEqualTo(105);
  }

  @Test
  void who_lost_a_partition_meanwhile_leaves_no_trace() {
    recorder.record(Recorder.events(TOPIC, 0, 5));
    var database = this.database.writer();
    var jdbc = new JdbcTemplate(database);
    var ends = new ChainEnds(jdbc);

    assertThatExceptionOfType(RetryableFailure.class)
        .isThrownBy(() ->
            AuditDatabase.transactionsOf(database)
                .executeWithoutResult(status -> {
                  var found = ends.of(List.of(new TopicPartition(TOPIC, 0)), false).values();
                  recorder.record(Recorder.events(TOPIC, 5, 6)); // by its successor
                  RecordRows.copy(
                      jdbc,
                      rows ->
                          found.forEach(
                              end -> rows.add(end, Recorder.event(TOPIC, 7), GapCause.MISSING)));
                  ends.advance(found);
                }));

    assertThat(offsets()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void a_gap_is_recorded_with_its_cause() {
    recorder.record(Recorder.events(TOPIC, 3, 5));
    recorder.record(Recorder.events(TOPIC, 7, 9));

    assertThat(gapsAskedFor).containsExactly("0-2", "5-6");
    assertThat(
            owner.queryForList(
                "SELECT from_offset || '-' || to_offset || ' ' || cause FROM gaps ORDER BY 1",
                String.class))
        .containsExactly("0-2 compaction", "5-6 compaction");
  }

  @Test
  void a_busy_topic_is_kept_as_digests_of_runs_without_gaps() {
    var polled = new ArrayList<>(Recorder.events("location.updated", 0, 10));
    polled.addAll(Recorder.events("location.updated", 12, 20));
    recorder.digest(polled);
    recorder.digest(Recorder.events("location.updated", 15, 25));

    assertThat(
            owner.queryForList(
                "SELECT from_offset || '-' || to_offset || ': ' || records FROM digests ORDER BY"
                    + " from_offset",
                String.class))
        .containsExactly("0-9: 10", "12-19: 8", "20-24: 5");
    assertThat(offsets()).isEmpty();
  }

  @Test
  void a_digest_is_of_every_byte() {
    recorder.digest(List.of(Recorder.of("one", 0, "key", "value".getBytes(UTF_8))));
    recorder.digest(List.of(Recorder.of("two", 0, "key", "valuf".getBytes(UTF_8))));
    recorder.digest(List.of(Recorder.of("three", 0, "kez", "value".getBytes(UTF_8))));
    recorder.digest(List.of(Recorder.of("four", 0, "keyv", "alue".getBytes(UTF_8))));
    recorder.digest(List.of(Recorder.of("five", 0, null, "value".getBytes(UTF_8))));
    recorder.digest(List.of(Recorder.of("six", 0, "key", null)));

    assertThat(owner.queryForObject("SELECT count(DISTINCT digest) FROM digests", Integer.class))
        .isEqualTo(6);
  }

  @Test
  void nothing_is_too_odd_to_be_recorded() {
    var odd = new ArrayList<byte @Nullable []>();
    odd.add(null);
    odd.add(new byte[0]);
    odd.add(new byte[] {-1, 0, -2});
    odd.add("not json".getBytes(UTF_8));
    odd.add("{\"eventType\":\"a\\u0000b\",\"data\":{\"xId\":\"\\ud800\"}}".getBytes(UTF_8));
    odd.add("{\"timestamp\":\"9999-12-31T00:00:00Z\"}".getBytes(UTF_8));
    odd.add(new byte[2_000_000]);
    for (int i = 0; i < odd.size(); i++) {
      recorder.record(List.of(Recorder.of(TOPIC, i, i % 2 == 0 ? null : "\0", odd.get(i))));
    }

    assertThat(
            owner.query(
                "SELECT value FROM records ORDER BY log_offset", (row, number) -> row.getBytes(1)))
        .usingElementComparator((one, other) -> Arrays.equals(one, other) ? 0 : 1)
        .isEqualTo(odd);
  }

  private List<@Nullable Long> offsets() {
    return owner.queryForList("SELECT log_offset FROM records ORDER BY 1", Long.class);
  }

  private byte @Nullable [] head() {
    return head(owner);
  }

  private static byte @Nullable [] head(JdbcTemplate jdbc) {
    return jdbc.queryForObject("SELECT hash FROM chains", byte[].class);
  }
}
