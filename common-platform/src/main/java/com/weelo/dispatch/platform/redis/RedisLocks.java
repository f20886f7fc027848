package com.weelo.dispatch.platform.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Short locks that spare work, and decide nothing: the database does. A lock is released by its
 * owner only, and by itself after its time to live.
 */
public final class RedisLocks {

  private static final RedisScript RELEASE =
      RedisScript.beside(RedisLocks.class, "release-lock.lua", ScriptOutputType.INTEGER);

  private final Redis redis;

  public RedisLocks(Redis redis) {
    this.redis = redis;
  }

  /** A lock that is held; closing releases it, unless its time was up and another has it. */
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @return empty while somebody else holds it; where Redis is away, a lock that locks nothing
   */
  public Optional<Held> tryLock(String name, Duration timeToLive) {
    var key = "lock:" + name;
    var token = UUID.randomUUID().toString();
    try {
      var taken =
          redis.call(r -> r.set(key, token, SetArgs.Builder.nx().px(timeToLive.toMillis())));
      return taken == null ? Optional.empty() : Optional.of(() -> release(key, token));
    } catch (RedisUnavailable e) {
      return Optional.of(() -> {});
    }
  }

  /** Waits for no answer: nobody is held up by it but the next who wants the lock. */
  private void release(String key, String token) {
    try {
      var unused = RELEASE.send(redis.async(), new String[] {key}, token);
    } catch (RedisUnavailable e) {
      // Its time to live releases it.
      return;
    }
  }
}
