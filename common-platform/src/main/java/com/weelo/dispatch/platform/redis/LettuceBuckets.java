package com.weelo.dispatch.platform.redis;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens Bucket4j's own connection when it is first wanted, since Redis may be away at start. */
final class LettuceBuckets implements Supplier<ProxyManager<String>> {

  private final Redis redis;
  private final Duration keep;
  private @Nullable ProxyManager<String> buckets;

  LettuceBuckets(Redis redis, Duration keep) {
    this.redis = redis;
    this.keep = keep;
  }

  @Override
  public synchronized ProxyManager<String> get() {
    if (buckets == null) {
      var connection = redis.dedicated(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
      buckets =
          Bucket4jLettuce.casBasedBuilder(connection)
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(keep))
              .build();
    }
    return buckets;
  }
}
