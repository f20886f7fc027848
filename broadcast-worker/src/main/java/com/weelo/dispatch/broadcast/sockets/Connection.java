package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.broadcast.rooms.WatchingRooms;
import com.weelo.dispatch.broadcast.streams.Cursor;
import com.weelo.dispatch.broadcast.streams.LiveFrame;
import com.weelo.dispatch.broadcast.streams.Reading;
import com.weelo.dispatch.broadcast.streams.UserStreams;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.observability.Traces;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import com.weelo.dispatch.platform.security.Caller;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connected client, and its place in its user's stream: it is sent what is new, and catches up
 * where it was left behind. What a client is too slow for is not kept here, but read again from the
 * stream. For the socket's event loop, but for what says otherwise.
 */
final class Connection {

  private static final long AGAIN_AFTER_MILLIS = 1_000;

  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  private final Socket socket;
  private final Cursor cursor;
  private final UserStreams streams;
  private final WatchingRooms watching;
  private final SocketMetrics metrics;
  private final Traces traces;
  private final Duration slowPatience;
  private Caller caller;
  private boolean welcomed;
  private Set<Room> watched = Set.of();
  private @Nullable Future<?> givingUp;

  Connection(
      Caller caller,
      Socket socket,
      Cursor cursor,
      UserStreams streams,
      WatchingRooms watching,
      SocketMetrics metrics,
      Traces traces,
      Duration slowPatience) {
    this.caller = caller;
    this.socket = socket;
    this.cursor = cursor;
    this.streams = streams;
    this.watching = watching;
    this.metrics = metrics;
    this.traces = traces;
    this.slowPatience = slowPatience;
  }

  Caller caller() {
    return caller;
  }

  /** The same user, as a newer token tells of it. */
  void callerIsNow(Caller newer) {
    caller = newer;
  }

  UserId user() {
    return caller.userId();
  }

  Socket socket() {
    return socket;
  }

  /** The user's frames are heard from now on; those before are to be read. From any thread. */
  void subscribed() {
    socket.loop().execute(this::read);
  }

  /** From any thread. */
  void heard(LiveFrame frame) {
    socket.loop().execute(() -> onHeard(frame));
  }

  private void onHeard(LiveFrame frame) {
    switch (frame) {
      case LiveFrame.Stored stored -> {
        switch (cursor.hear(stored.position())) {
          case SEND ->
              traces.continued(
                  stored.traceparent(),
                  "frame " + stored.type(),
                  () -> sendLive(stored, stored.text()));
          case READ -> read();
          case IGNORE -> {}
        }
      }
      case LiveFrame.Passing passing -> {
        var position = cursor.position();
        if (cursor.isFollowing() && position != null) {
          sendLive(passing, passing.head() + position.offset() + passing.tail());
        }
      }
    }
  }

  private void sendLive(LiveFrame frame, String text) {
    socket.send(text);
    metrics.sentLive(frame.type(), frame.happenedAt());
  }

  private void read() {
    if (socket.isClosing() || !socket.isWritable() || !cursor.beginReading()) {
      return;
    }
    try {
      streams
          .read(user(), cursor.position())
          .whenComplete((found, e) ->
              socket
                  .loop()
                  .execute(() -> {
                    if (found != null) {
                      onRead(found);
                    } else {
                      onReadFailed(e);
                    }
                  }));
    } catch (RedisUnavailable e) {
      onReadFailed(e);
    }
  }

  private void onReadFailed(@Nullable Throwable why) {
    log.debug("The stream could not be read: {}", String.valueOf(why));
    cursor.failReading();
    later(this::read);
  }

  private void onRead(Reading found) {
    var progress = cursor.endReading(found);
    if (progress.welcome() != null) {
      welcome(progress.welcome());
    }
    progress.frames().forEach(socket::send);
    metrics.sentFromHistory(progress.frames().size());
    if (progress.readOn()) {
      read();
    }
  }

  private void welcome(Cursor.Welcome welcome) {
    var at = welcome.position();
    socket.send(new ServerFrame.Welcome(socket.id(), at.offset(), at.epoch(), welcome.recovered()));
    metrics.welcomed(welcome.recovered());
    if (welcomed) { // Redis has lost its memory, and with it who watches what
      watched.forEach(this::watchAgain);
    }
    welcomed = true;
  }

  private void watchAgain(Room room) {
    watching
        .watchAgain(user(), room)
        .whenComplete((done, e) -> {
          if (e != null) {
            later(() -> watchAgain(room));
          }
        });
  }

  private void later(Runnable work) {
    var _ = socket.loop().schedule(work, AGAIN_AFTER_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The client began to keep up, or ceased to. */
  void writabilityChanged() {
    if (socket.isWritable()) {
      if (givingUp != null) {
        givingUp.cancel(false);
        givingUp = null;
      }
      read();
    } else if (givingUp == null) {
      cursor.fallBehind();
      metrics.fellBehind();
      givingUp =
          socket
              .loop()
              .schedule(
                  () -> socket.close(CloseCode.TOO_SLOW),
                  slowPatience.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }

  void watches(Room room) {
    if (watched.isEmpty()) {
      watched = new HashSet<>();
    }
    watched.add(room);
  }

  void noLongerWatches(Room room) {
    watched.remove(room);
  }
}
