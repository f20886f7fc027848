package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.NotificationEvent.Message;
import com.weelo.dispatch.platform.consuming.DeadLetterBox;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import com.weelo.dispatch.platform.observability.Traces;
import com.weelo.dispatch.platform.outbox.Outbox;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts together what sends on a channel. Each has threads, a place in line and a pool of its own:
 * no channel waits for another.
 */
@Component
public class Channels {

  /** One asks while the other collects. */
  private static final int GOES_UNDER_WAY = 2;

  private static final int MOST_IN_ONE_GO = 256;

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final Outbox outbox;
  private final Pauses pauses;
  private final KafkaTemplate<String, byte[]> kafka;
  private final EventCodec codec;
  private final MeterRegistry registry;
  private final Traces traces;
  private final Clock clock;

  Channels(
      JdbcTemplate jdbc,
      TransactionOperations transactions,
      Outbox outbox,
      Pauses pauses,
      KafkaTemplate<String, byte[]> kafka,
      EventCodec codec,
      MeterRegistry registry,
      Traces traces,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.outbox = outbox;
    this.pauses = pauses;
    this.kafka = kafka;
    this.codec = codec;
    this.registry = registry;
    this.traces = traces;
    this.clock = clock;
  }

  /**
   * A channel that is open.
   *
   * @param sending for what comes from Kafka
   * @param resuming sends what had to wait
   */
  public record Open<M extends Message>(
      Sending<M> sending, SweepLoop resuming, List<AutoCloseable> closing)
      implements AutoCloseable {

    @Override
    public void close() throws Exception {
      for (var part : closing) {
        part.close();
      }
    }
  }

  /**
   * @param group of the subscription that brings its messages
   */
  public <M extends Message> Open<M> open(
      Channel channel,
      String group,
      Class<M> type,
      Provider<M> provider,
      Results.Forgetting forgetting,
      ChannelRules rules) {
    DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
    var claims = new Claims(jdbc, channel, rules.leases(), clock);
    var claiming = claiming(channel, group, claims);
    var settling = settling(channel, group, forgetting);
    var metrics = new SendingMetrics(registry, channel);
    var policy = new OutcomePolicy(rules.waiting());
    var lease = rules.leases().lease();
    var sending =
        new Sending<>(
            new Sending.Parts<>(
                channel,
                provider,
                claiming,
                claims,
                new Recording(settling, metrics, lease, clock),
                new Gates(
                    channel,
                    pauses,
                    new Rates(rules.rates(), TimeMeter.SYSTEM_NANOTIME),
                    rules.waiting(),
                    lease,
                    clock,
                    chance),
                policy,
                metrics,
                new DeadLetterBox(group, kafka, codec, registry),
                new Settlements(channel, outbox, codec, clock),
                codec,
                traces,
                clock,
                chance));
    var resuming =
        new Resuming<>(
            group + ".due",
            type,
            sending,
            claims,
            pauses,
            codec,
            rules.resumedInFlight(),
            rules.leases().look());
    return new Open<>(sending, resuming.loop(), List.of(claiming, settling));
  }

  private InOneGo<Message, Claimed> claiming(Channel channel, String group, Claims claims) {
    var superseding = new Superseding(jdbc, outbox, channel, clock);
    return new InOneGo<>(
        group + ".claims",
        GOES_UNDER_WAY,
        MOST_IN_ONE_GO,
        messages ->
            inTransaction(() -> {
              superseding.makeWayFor(messages);
              return claims.claim(messages);
            }));
  }

  private InOneGo<Settlement, Boolean> settling(
      Channel channel, String group, Results.Forgetting forgetting) {
    var results = new Results(jdbc, outbox, forgetting, channel);
    return new InOneGo<>(
        group + ".results",
        GOES_UNDER_WAY,
        MOST_IN_ONE_GO,
        settlements -> inTransaction(() -> results.settle(settlements)));
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
