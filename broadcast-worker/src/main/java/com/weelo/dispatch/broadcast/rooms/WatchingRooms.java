package com.weelo.dispatch.broadcast.rooms;

import com.weelo.dispatch.broadcast.frames.Refused;
import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import com.weelo.dispatch.platform.security.Caller;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Lets people watch the jobs they are party to. */
public final class WatchingRooms {

  private final Rooms rooms;
  private final RoomProperties properties;
  private final BooleanSupplier complete;

  /**
   * @param complete whether all parties are known that events tell of
   */
  public WatchingRooms(Rooms rooms, RoomProperties properties, BooleanSupplier complete) {
    this.rooms = rooms;
    this.properties = properties;
    this.complete = complete;
  }

  /** Completes once the caller watches the room; fails with {@link Refused} where it may not. */
  public CompletionStage<Long> watch(Caller caller, Room room) {
    return guarded(() -> watch(caller, room, properties.patience()));
  }

  /** Completes once the user no longer watches the room. */
  public CompletionStage<Long> unwatch(UserId user, Room room) {
    return guarded(() -> rooms.leave(room, user));
  }

  /** Watches again what the user was watching before Redis lost it. */
  public CompletionStage<Long> watchAgain(UserId user, Room room) {
    return guarded(() -> rooms.join(room, user));
  }

  private CompletionStage<Long> watch(Caller caller, Room room, Duration patience) {
    return parties(room)
        .thenCompose(parties -> {
          if (RoomPolicy.mayWatch(caller, room, parties)) {
            return room.kind() == Room.Kind.USER
                ? CompletableFuture.completedStage(0L) // everybody is told of themselves anyway
                : rooms.join(room, caller.userId());
          }
          // The event that makes the caller a party may be on its way.
          return room.kind() != Room.Kind.USER && patience.isPositive()
              ? watchLater(caller, room, patience.minus(properties.retryEvery()))
              : CompletableFuture.failedStage(refusal());
        });
  }

  private CompletionStage<Set<String>> parties(Room room) {
    return room.kind() == Room.Kind.USER
        ? CompletableFuture.completedStage(Set.of())
        : rooms.parties(room);
  }

  private CompletionStage<Long> watchLater(Caller caller, Room room, Duration patience) {
    var later =
        CompletableFuture.delayedExecutor(
            properties.retryEvery().toMillis(), TimeUnit.MILLISECONDS);
    return CompletableFuture.supplyAsync(() -> patience, later)
        .thenCompose(left -> watch(caller, room, left));
  }

  private Refused refusal() {
    return complete.getAsBoolean()
        ? new Refused(Refused.Code.FORBIDDEN, "There is no such room for you.")
        : unavailable();
  }

  private static CompletionStage<Long> guarded(Supplier<CompletionStage<Long>> work) {
    try {
      return work.get()
          .exceptionallyCompose(e ->
              CompletableFuture.failedStage(
                  cause(e) instanceof Refused refused ? refused : unavailable()));
    } catch (RedisUnavailable e) {
      return CompletableFuture.failedStage(unavailable());
    }
  }

  private static Throwable cause(Throwable e) {
    return e.getCause() == null ? e : e.getCause();
  }

  private static Refused unavailable() {
    return new Refused(
        Refused.Code.TEMPORARILY_UNAVAILABLE, "Rooms are not to be had at the moment.");
  }
}
