package com.weelo.dispatch.platform.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.event.connection.ReconnectFailedEvent;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * The service's connection to Redis, opened at first use and shared by all threads. Commands fail
 * at once while Redis is away instead of waiting for it.
 */
public final class Redis implements AutoCloseable {

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private final RedisClient client;
  private final Clock clock;
  private final RedisRefusals refusals;
  private final Disposable reconnects;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable StatefulRedisConnection<String, String> connection;
  private volatile Instant nextAttempt = Instant.MIN;

  public Redis(RedisClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
    this.refusals = new RedisRefusals(clock);
    client.addListener(refusals);
    this.reconnects =
        client
            .getResources()
            .eventBus()
            .get()
            .ofType(ReconnectFailedEvent.class)
            .subscribe(failed -> refusals.connectionFailed(failed.getCause()));
  }

  /**
   * Runs commands and waits for their answer.
   *
   * @throws RedisUnavailable where Redis is away or does not answer within the command timeout
   */
  public <T> T call(Function<RedisCommands<String, String>, T> commands) {
    try {
      return commands.apply(connection().sync());
    } catch (RedisException e) {
      throw new RedisUnavailable(e);
    }
  }

  /**
   * For pipelining. Each command's own future tells its failure.
   *
   * @throws RedisUnavailable where there is no connection
   */
  public RedisAsyncCommands<String, String> async() {
    return connection().async();
  }

  /**
   * A connection of the caller's own, for subscriptions or bulk work. The caller closes it.
   *
   * @throws RedisUnavailable where Redis is away
   */
  public <K, V> StatefulRedisConnection<K, V> dedicated(RedisCodec<K, V> codec) {
    return opened(redis -> redis.connect(codec));
  }

  /**
   * A connection for Pub/Sub, which subscribes anew by itself after a loss. The caller closes it.
   *
   * @throws RedisUnavailable where Redis is away
   */
  public StatefulRedisPubSubConnection<String, String> pubSub() {
    return opened(RedisClient::connectPubSub);
  }

  private StatefulRedisConnection<String, String> connection() {
    var current = connection;
    if (current != null) {
      return current;
    }
    if (clock.instant().isBefore(nextAttempt) || !opening.tryLock()) {
      throw new RedisUnavailable(new RedisException("not connected"));
    }
    try {
      current = connection;
      if (current == null) {
        current = opened(RedisClient::connect);
        connection = current;
      }
      return current;
    } catch (RedisUnavailable e) {
      nextAttempt = clock.instant().plus(PAUSE_AFTER_FAILURE);
      throw e;
    } finally {
      opening.unlock();
    }
  }

  /**
   * @return NaN while nobody has asked for anything
   */
  double connected() {
    var current = connection;
    if (current == null) {
      return nextAttempt.equals(Instant.MIN) ? Double.NaN : 0;
    }
    return current.isOpen() ? 1 : 0;
  }

  /**
   * Asks Redis, and what it has refused of late.
   *
   * @return what of Redis can not be had; empty where all is well
   */
  public List<String> missing() {
    var missing = new ArrayList<String>();
    try {
      call(RedisCommands::ping);
    } catch (RedisUnavailable e) {
      missing.add("Redis does not answer");
    }
    missing.addAll(refusals.current());
    return missing;
  }

  private <C> C opened(Function<RedisClient, C> how) {
    try {
      return how.apply(client);
    } catch (RedisException e) {
      refusals.connectionFailed(e);
      throw new RedisUnavailable(e);
    }
  }

  @Override
  public void close() {
    // First: the client tells of its last connections when it has no thread left to tell it on.
    reconnects.dispose();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
