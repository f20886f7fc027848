package com.weelo.dispatch.broadcast.streams;

import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what users are told at the moment they are told it, on whatever node. What is published
 * while this node is not subscribed is missed here, so whoever listens reads a user's stream
 * whenever a subscription is confirmed: at first, and after each loss of the connection.
 */
public final class LiveChannels implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LiveChannels.class);

  private final Redis redis;
  private final ConcurrentHashMap<UserId, Boolean> confirmed = new ConcurrentHashMap<>();
  private volatile Listener listener = new Nobody();
  private volatile @Nullable StatefulRedisPubSubConnection<String, String> connection;

  public LiveChannels(Redis redis) {
    this.redis = redis;
  }

  /** Hears frames. Called on the thread that reads from Redis, which must not be held up. */
  public interface Listener {

    /** From now on no frame of the user is missed, until the connection to Redis is lost. */
    void subscribed(UserId user);

    void heard(UserId user, LiveFrame frame);
  }

  public void listen(Listener newListener) {
    listener = newListener;
  }

  /** Begins to hear what the user is told; {@link Listener#subscribed} says from when. */
  public void follow(UserId user) {
    confirmed.putIfAbsent(user, false);
    var current = connection;
    if (current != null) {
      subscribe(current, user);
    }
  }

  public boolean isFollowing(UserId user) {
    return confirmed.getOrDefault(user, false);
  }

  public void unfollow(UserId user) {
    confirmed.remove(user);
    var current = connection;
    if (current != null) {
      current.async().unsubscribe(StreamKeys.channel(user));
    }
  }

  /** Whether Redis can be heard at the moment. */
  public boolean isConnected() {
    var current = connection;
    return current != null && current.isOpen();
  }

  /**
   * Sees to it that all subscriptions exist which should: to be called every now and then, since
   * they can not be made while Redis is away.
   */
  public void repair() {
    try {
      var current = connection;
      if (current == null) {
        current = open();
      }
      var opened = current;
      confirmed.forEach((user, isConfirmed) -> {
        if (!isConfirmed) {
          subscribe(opened, user);
        }
      });
    } catch (RedisUnavailable e) {
      log.debug("Redis is still away: {}", e.getMessage());
    }
  }

  private synchronized StatefulRedisPubSubConnection<String, String> open() {
    var opened = connection;
    if (opened == null) {
      redis.async(); // opened here too, since whoever reads later must not wait for a connection
      opened = redis.pubSub();
      opened.addListener(new Ear());
      connection = opened;
    }
    return opened;
  }

  private static void subscribe(
      StatefulRedisPubSubConnection<String, String> connection, UserId user) {
    connection.async().subscribe(StreamKeys.channel(user));
  }

  @Override
  public synchronized void close() {
    var current = connection;
    if (current != null) {
      current.close();
    }
  }

  private final class Ear extends RedisPubSubAdapter<String, String> {
    @Override
    public void subscribed(String channel, long count) {
      var user = StreamKeys.userOf(channel);
      if (confirmed.replace(user, true) != null) {
        listener.subscribed(user);
      }
    }

    @Override
    public void message(String channel, String published) {
      listener.heard(StreamKeys.userOf(channel), LiveFrame.parse(published));
    }
  }

  private static final class Nobody implements Listener {
    @Override
    public void subscribed(UserId user) {}

    @Override
    public void heard(UserId user, LiveFrame frame) {}
  }
}
