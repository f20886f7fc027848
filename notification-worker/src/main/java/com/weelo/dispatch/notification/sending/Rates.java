package com.weelo.dispatch.notification.sending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Keeps what is sent below what is allowed. An address's messages are sent by one instance, that
 * which reads its owner's partition; so it is counted here, and not for each push in Redis.
 */
final class Rates {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * The channel's minute is handed out in parts, so that it does not all go in its first second.
   */
  private static final int PARTS_OF_A_MINUTE = 60;

  private final Bucket all;
  private final RateRules rules;
  private final Cache<String, Bucket> ofAddress =
      Caffeine.newBuilder().expireAfterAccess(HOUR).build();

  Rates(RateRules rules) {
    this.rules = rules;
    var share = Math.max(1, rules.perMinute() / rules.instances());
    this.all =
        Bucket.builder()
            .addLimit(limit ->
                limit.capacity(Math.max(1, share / PARTS_OF_A_MINUTE)).refillGreedy(share, MINUTE))
            .build();
  }

  /**
   * Takes one message to the address.
   *
   * @return how long to wait instead; zero where it may be sent
   */
  Duration take(Address address) {
    var own = ofAddress.get(address.hash(), hash -> bucket());
    var probe = own.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }
    var shared = all.tryConsumeAndReturnRemaining(1);
    if (!shared.isConsumed()) {
      own.addTokens(1);
      return Duration.ofNanos(shared.getNanosToWaitForRefill());
    }
    return Duration.ZERO;
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit ->
            limit
                .capacity(rules.perAddressAndMinute())
                .refillGreedy(rules.perAddressAndMinute(), MINUTE))
        .addLimit(limit ->
            limit.capacity(rules.perAddressAndHour()).refillGreedy(rules.perAddressAndHour(), HOUR))
        .build();
  }
}
