package com.weelo.dispatch.platform.redis;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A token bucket for each user, shared by all instances. Where Redis is away, nobody is held up.
 */
public final class UserRateLimits {

  private final Supplier<ProxyManager<String>> buckets;
  private final BucketConfiguration bucket;
  private final String scope;

  /**
   * @param scope keeps the buckets of different services apart
   * @param burst calls that may come at once
   * @param perPeriod calls that are granted anew over each period
   */
  public UserRateLimits(
      Supplier<ProxyManager<String>> buckets,
      String scope,
      long burst,
      long perPeriod,
      Duration period) {
    this.buckets = buckets;
    this.scope = scope;
    this.bucket =
        BucketConfiguration.builder()
            .addLimit(Bandwidth.builder().capacity(burst).refillGreedy(perPeriod, period).build())
            .build();
  }

  /**
   * Takes one call from the user's bucket.
   *
   * @return how long to wait before the next one; zero where this call may go on
   */
  public Duration tryCall(String userId) {
    try {
      var probe =
          buckets
              .get()
              .getProxy("rate:" + scope + ":" + userId, () -> bucket)
              .tryConsumeAndReturnRemaining(1);
      return probe.isConsumed()
          ? Duration.ZERO
          : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    } catch (RedisUnavailable | RedisException | io.github.bucket4j.TimeoutException e) {
      return Duration.ZERO;
    }
  }
}
