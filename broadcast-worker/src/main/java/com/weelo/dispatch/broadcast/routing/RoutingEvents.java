package com.weelo.dispatch.broadcast.routing;

import com.weelo.dispatch.broadcast.frames.Announcement;
import com.weelo.dispatch.broadcast.frames.EventFrame;
import com.weelo.dispatch.broadcast.frames.FrameCodec;
import com.weelo.dispatch.broadcast.frames.FrameData;
import com.weelo.dispatch.broadcast.frames.FramePolicy;
import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.broadcast.rooms.PartyPolicy;
import com.weelo.dispatch.broadcast.rooms.Rooms;
import com.weelo.dispatch.broadcast.streams.UserStreams;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.consuming.RetryableFailure;
import com.weelo.dispatch.platform.observability.Traces;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what an event announces into the streams of those it concerns. Two trips to Redis, however
 * many they are: one to note what the event says of the job's people, one to tell them.
 */
public final class RoutingEvents {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Rooms.State NO_ROOM = new Rooms.State(0, Set.of());

  private final Rooms rooms;
  private final UserStreams streams;
  private final FrameCodec codec;
  private final Traces traces;

  public RoutingEvents(Rooms rooms, UserStreams streams, FrameCodec codec, Traces traces) {
    this.rooms = rooms;
    this.streams = streams;
    this.codec = codec;
    this.traces = traces;
  }

  /**
   * Returns once everybody is told. An event that comes again is told to those only who were not.
   *
   * @throws RetryableFailure where Redis does not take it
   */
  public void route(EventEnvelope<?> event) {
    var trace = traces.sampledTraceparent(); // here: Redis answers on a thread of its own
    try {
      note(event)
          .thenCompose(room -> tell(event, room, trace))
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | RedisUnavailable e) {
      throw new RetryableFailure("Redis did not take the event's frames", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableFailure("stopped while telling an event", e);
    }
  }

  private CompletionStage<Rooms.State> note(EventEnvelope<?> event) {
    return PartyPolicy.note(event)
        .map(rooms::note)
        .orElseGet(() -> CompletableFuture.completedStage(NO_ROOM));
  }

  private CompletionStage<Void> tell(
      EventEnvelope<?> event, Rooms.State room, @Nullable String trace) {
    return CompletableFuture.allOf(
        FramePolicy.announcements(event).stream()
            .filter(announcement -> !isVoid(announcement, event, room))
            .flatMap(announcement -> tell(event, announcement, room.members(), trace))
            .toArray(CompletableFuture<?>[]::new));
  }

  /** Topics overtake each other: an offer may come after the event that took it back. */
  private static boolean isVoid(
      Announcement announcement, EventEnvelope<?> event, Rooms.State room) {
    var version = event.metadata().aggregateVersion();
    return announcement.data() instanceof FrameData.NewBroadcast
        && version != null
        && version < room.offersVoidSince();
  }

  private Stream<CompletableFuture<Long>> tell(
      EventEnvelope<?> event,
      Announcement announcement,
      Set<UserId> members,
      @Nullable String trace) {
    var encoded = codec.encode(event, announcement.data());
    var concerned =
        announcement.users().stream().map(user -> tell(user, encoded.in(Room.of(user)), trace));
    var watched = announcement.watched();
    if (watched == null) {
      return concerned;
    }
    return Stream.concat(
        concerned,
        members.stream()
            .filter(member -> !announcement.users().contains(member))
            .map(member -> tell(member, encoded.in(watched), trace)));
  }

  private CompletableFuture<Long> tell(UserId user, EventFrame frame, @Nullable String trace) {
    return streams.append(user, frame, trace).toCompletableFuture();
  }
}
