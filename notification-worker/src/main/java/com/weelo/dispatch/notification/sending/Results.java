package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.notification.sending.Outcome.Effect;
import com.weelo.dispatch.platform.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What came of claims on a channel.
 *
 * <p>What no order of steps avoids: whoever crashes between the provider's answer and the record of
 * it here leaves a claim that says nothing. It is taken over after the lease, and that address may
 * get the message twice.
 */
public final class Results {

  private static final String SETTLE =
      """
      UPDATE deliveries d
      SET state = r.state, attempts = r.attempts, error_code = coalesce(r.error, d.error_code),
          provider_id = r.provider, settled_at = r.settled, due_at = r.due, envelope = r.envelope
      FROM unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::int[], ?::text[], ?::text[],
                  ?::timestamptz[], ?::timestamptz[], ?::text[])
        WITH ORDINALITY
        AS r (id, hash, claims, state, attempts, error, provider, settled, due, envelope, n)
      WHERE d.notification_id = r.id AND d.channel = ? AND d.address_hash = r.hash
        AND d.state = 'claimed' AND d.claims = r.claims
      RETURNING r.n
      """;

  private static final String UNREACHED =
      """
      SELECT asked.id FROM unnest(?::text[]) AS asked (id)
      WHERE NOT EXISTS (
        SELECT FROM deliveries
        WHERE notification_id = asked.id AND channel = ?
          AND state IN ('sent', 'claimed', 'waiting'))
      """;

  private final JdbcTemplate jdbc;
  private final Outbox outbox;
  private final Forgetting forgetting;
  private final Channel channel;

  /** Forgets addresses that are no good. */
  @FunctionalInterface
  public interface Forgetting {

    /**
     * @param asOf when the provider was asked; an address registered since is left alone
     */
    void forget(Address address, Instant asOf);
  }

  Results(JdbcTemplate jdbc, Outbox outbox, Forgetting forgetting, Channel channel) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.forgetting = forgetting;
    this.channel = channel;
  }

  /**
   * Records what came of claims, forgets addresses and tells the outcome, for those that still were
   * the claimant's. Runs in one transaction.
   *
   * @return for each whether it still was
   */
  List<Boolean> settle(List<Settlement> settlements) {
    var ours = record(settlements);
    var settled =
        IntStream.range(0, settlements.size()).filter(ours::contains).mapToObj(settlements::get);
    var kept = settled.toList();
    kept.stream()
        .filter(s -> s.outcome().has(Effect.DROP_ADDRESS))
        .forEach(
            s -> forgetting.forget(Objects.requireNonNull(s.claim().address()), s.claim().at()));
    var events =
        new ArrayList<>(kept.stream().map(Settlement::told).filter(Objects::nonNull).toList());
    events.addAll(fallbacks(kept));
    if (!events.isEmpty()) {
      outbox.publishPrepared(List.copyOf(events));
    }
    return IntStream.range(0, settlements.size()).mapToObj(ours::contains).toList();
  }

  private Set<Integer> record(List<Settlement> settlements) {
    return new HashSet<>(
        jdbc.query(
            SETTLE,
            (row, number) -> row.getInt(1) - 1,
            texts(settlements, s -> s.claim().notification().value()),
            texts(settlements, s -> s.claim().addressHash()),
            texts(settlements, s -> Integer.toString(s.claim().number())),
            texts(settlements, s -> s.outcome().state().code()),
            texts(settlements, s -> Integer.toString(attempts(s))),
            texts(settlements, s -> s.outcome().errorCode()),
            texts(settlements, s -> s.outcome().providerId()),
            texts(settlements, s -> text(s.outcome().state().isFinal() ? s.at() : null)),
            texts(settlements, s -> text(s.dueAt())),
            texts(settlements, Settlement::envelope),
            channel.code()));
  }

  private static int attempts(Settlement settlement) {
    var claim = settlement.claim();
    return settlement.outcome().tried() ? claim.nextAttempt() : claim.attempts();
  }

  /** Of the notifications that reached nobody, and will not, what is sent instead. */
  private List<Outbox.Prepared> fallbacks(List<Settlement> settled) {
    var wanting = settled.stream().filter(s -> s.fallback() != null).toList();
    if (wanting.isEmpty()) {
      return List.of();
    }
    var unreached =
        new HashSet<>(
            jdbc.queryForList(
                UNREACHED,
                String.class,
                texts(wanting, s -> s.claim().notification().value()),
                channel.code()));
    return wanting.stream()
        .filter(s -> unreached.remove(s.claim().notification().value()))
        .map(Settlement::fallback)
        .toList();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static Object texts(List<Settlement> of, Function<Settlement, @Nullable String> column) {
    return of.stream().map(column).toArray(String[]::new);
  }
}
