package com.weelo.dispatch.audit.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.audit.testing.AuditDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Records made-up records, as the service would with what a poll brought. */
public final class Recorder {

  private static final long NOON = 1_772_452_800_000L;

  private final RecordingEvents events;
  private final DigestingRecords digests;
  private final TransactionTemplate transactions;
  private final MeterRegistry meters = new SimpleMeterRegistry();

  public Recorder(AuditDatabase database, Gaps gaps) {
    var writer = database.writer();
    var jdbc = new JdbcTemplate(writer);
    var chains = new GrowingChains(new ChainEnds(jdbc), meters);
    this.events = new RecordingEvents(chains, gaps, jdbc);
    this.digests = new DigestingRecords(chains, gaps, jdbc);
    this.transactions = AuditDatabase.transactionsOf(writer);
  }

  public void record(List<ConsumerRecord<String, byte[]>> records) {
    transactions.executeWithoutResult(status -> events.handle(records));
  }

  public void digest(List<ConsumerRecord<String, byte[]>> records) {
    transactions.executeWithoutResult(status -> digests.handle(records));
  }

  double recorded() {
    return meters.get("dispatch.audit.recorded").tag("as", "record").counter().count();
  }

  /** From one offset to before another. */
  public static List<ConsumerRecord<String, byte[]>> events(String topic, long from, long to) {
    return LongStream.range(from, to).mapToObj(offset -> event(topic, offset)).toList();
  }

  public static ConsumerRecord<String, byte[]> event(String topic, long offset) {
    return of(topic, offset, "booking-" + offset % 3, Bookings.accepted(offset).getBytes(UTF_8));
  }

  public static ConsumerRecord<String, byte[]> of(
      String topic, long offset, @Nullable String key, byte @Nullable [] value) {
    var headers = new RecordHeaders().add("event-id", ("id-" + offset).getBytes(UTF_8));
    var latin = key == null ? null : new String(key.getBytes(UTF_8), ISO_8859_1);
    return new ConsumerRecord<>(
        topic,
        0,
        offset,
        NOON + offset,
        TimestampType.CREATE_TIME,
        0,
        0,
        latin,
        value,
        headers,
        Optional.empty());
  }

  /** Events as they come. */
  private static final class Bookings {
    static String accepted(long number) {
      return """
      {"eventId":"019cadc6-9b7a-7a3c-9b1e-%012x","eventType":"booking.accepted",
       "eventVersion":"1.0","timestamp":"2026-03-02T09:00:00.250Z",
       "data":{"bookingId":"booking-%d","customerId":"asha","transporterId":"kaveri-%d"},
       "metadata":{"producedBy":"booking-service"}}
      """
          .formatted(number, number % 3, number % 5);
    }
  }
}
