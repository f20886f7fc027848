package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.streams.LiveChannels;
import com.weelo.dispatch.broadcast.streams.LiveFrame;
import com.weelo.dispatch.events.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** Who is connected to this node, by user. A user may have several connections. */
public final class Audience implements LiveChannels.Listener {

  private final LiveChannels channels;
  private final SocketMetrics metrics;
  private final ConcurrentHashMap<UserId, List<Connection>> byUser = new ConcurrentHashMap<>();

  public Audience(LiveChannels channels, SocketMetrics metrics) {
    this.channels = channels;
    this.metrics = metrics;
  }

  void enter(Connection connection) {
    var user = connection.user();
    // Within compute, so that a user's subscribing and unsubscribing keep their order.
    byUser.compute(
        user,
        (key, present) -> {
          var connections = present == null ? new CopyOnWriteArrayList<Connection>() : present;
          connections.add(connection);
          if (present == null) {
            channels.follow(user);
          }
          return connections;
        });
    metrics.connected();
    if (channels.isFollowing(user)) {
      connection.subscribed();
    }
  }

  void leave(Connection connection) {
    byUser.computeIfPresent(
        connection.user(),
        (user, connections) -> {
          connections.remove(connection);
          if (!connections.isEmpty()) {
            return connections;
          }
          channels.unfollow(user);
          return null;
        });
    metrics.disconnected();
  }

  @Override
  public void subscribed(UserId user) {
    byUser.getOrDefault(user, List.of()).forEach(Connection::subscribed);
  }

  @Override
  public void heard(UserId user, LiveFrame frame) {
    byUser.getOrDefault(user, List.of()).forEach(connection -> connection.heard(frame));
  }

  /** Sends everybody to other nodes, not all to come at once. */
  public void sendAway(Duration reconnectWithin) {
    byUser
        .values()
        .forEach(connections ->
            connections.forEach(connection ->
                connection.socket().loop().execute(() -> sendAway(connection, reconnectWithin))));
  }

  private static void sendAway(Connection connection, Duration reconnectWithin) {
    var wait = ThreadLocalRandom.current().nextLong(reconnectWithin.toMillis() + 1);
    connection.socket().send(new ServerFrame.GoAway(wait));
    connection.socket().close(CloseCode.GOING_AWAY);
  }
}
