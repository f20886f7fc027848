package com.weelo.dispatch.notification.sending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
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

  private final Rate all;
  private final RateRules rules;
  private final TimeMeter time;
  private final Cache<String, Rate> ofAddress =
      Caffeine.newBuilder().expireAfterAccess(HOUR).build();

  Rates(RateRules rules, TimeMeter time) {
    this.rules = rules;
    this.time = time;
    this.all = ofChannel();
  }

  /**
   * Takes one message to the address.
   *
   * @return how long to wait instead; zero where it may be sent
   */
  Duration take(Address address) {
    var own = ofAddress.get(address.hash(), hash -> ofAddress());
    var wait = own.take();
    if (!wait.isZero()) {
      return wait;
    }
    var waitForAll = all.take();
    if (!waitForAll.isZero()) {
      own.giveBack();
    }
    return waitForAll;
  }

  private Rate ofChannel() {
    var share = Math.max(1, rules.perMinute() / rules.instances());
    var bucket =
        Bucket.builder()
            .addLimit(limit ->
                limit.capacity(Math.max(1, share / PARTS_OF_A_MINUTE)).refillGreedy(share, MINUTE))
            .withCustomTimePrecision(time)
            .build();
    return new Rate(bucket, MINUTE.dividedBy(share), time);
  }

  private Rate ofAddress() {
    var perMinute = rules.perAddressAndMinute();
    var perHour = rules.perAddressAndHour();
    var bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
            .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, HOUR))
            .withCustomTimePrecision(time)
            .build();
    return new Rate(bucket, MINUTE.dividedBy(perMinute), time);
  }
}
