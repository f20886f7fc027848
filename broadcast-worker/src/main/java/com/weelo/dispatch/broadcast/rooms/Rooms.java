package com.weelo.dispatch.broadcast.rooms;

import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.broadcast.redis.AsyncScript;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.redis.Redis;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * The jobs people can watch: who is party to each, who watches, and which drivers are watched
 * thereby. What the parties are follows from events and can be had again from Kafka; who watches is
 * known again once the clients have said so.
 */
public final class Rooms {

  private static final String WATCHED = "ws:watched";
  private static final String NOBODY = "";
  private static final AsyncScript NOTE =
      AsyncScript.beside(Rooms.class, ScriptOutputType.MULTI, "watched.lua", "note.lua");
  private static final AsyncScript JOIN =
      AsyncScript.beside(Rooms.class, ScriptOutputType.INTEGER, "watched.lua", "join.lua");
  private static final AsyncScript LEAVE =
      AsyncScript.beside(Rooms.class, ScriptOutputType.INTEGER, "watched.lua", "leave.lua");

  private final Redis redis;
  private final RoomProperties properties;

  public Rooms(Redis redis, RoomProperties properties) {
    this.redis = redis;
    this.properties = properties;
  }

  /**
   * A room as it stands after a note.
   *
   * @param offersVoidSince the version of the job at which the offers that the note is about became
   *     void; 0 if not yet
   */
  public record State(long offersVoidSince, Set<UserId> members) {}

  /** Notes what an event says. The same notes in any order come to the same. */
  public CompletionStage<State> note(PartyNote note) {
    var arguments = new ArrayList<String>();
    arguments.add(note.room().name());
    arguments.add(Long.toString(properties.keepFor().toMillis()));
    arguments.add(Long.toString(properties.keepEndedFor().toMillis()));
    arguments.add(note.offersVoidSince() == null ? "" : note.offersVoidSince().toString());
    arguments.add(note.ended() ? "1" : "0");
    arguments.add(note.offers() == null ? "" : note.offers().code());
    note.parties()
        .forEach((role, user) -> {
          arguments.add(role);
          arguments.add(user);
        });
    CompletionStage<List<String>> answer =
        NOTE.run(redis, keys(note.room()), arguments.toArray(String[]::new));
    return answer.thenApply(found ->
        new State(
            Long.parseLong(found.getFirst()),
            found.stream().skip(1).map(UserId::new).collect(Collectors.toUnmodifiableSet())));
  }

  public CompletionStage<Long> join(Room room, UserId user) {
    return JOIN.run(
        redis,
        keys(room),
        room.name(),
        user.value(),
        Long.toString(properties.watchFor().toMillis()));
  }

  public CompletionStage<Long> leave(Room room, UserId user) {
    return LEAVE.run(redis, keys(room), room.name(), user.value());
  }

  /** Puts the index of watched drivers right for a room whose members have gone by time alone. */
  public CompletionStage<Long> tidy(Room room) {
    return LEAVE.run(redis, keys(room), room.name(), NOBODY);
  }

  /** The users who are party to a job; empty where it is not known. */
  CompletionStage<Set<String>> parties(Room room) {
    return redis
        .async()
        .hgetall(parties(room.name()))
        .thenApply(fields ->
            fields.entrySet().stream()
                .filter(field -> !field.getKey().startsWith("#") && !field.getValue().isEmpty())
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableSet()));
  }

  public CompletionStage<Set<UserId>> members(Room room) {
    return redis
        .async()
        .smembers(members(room.name()))
        .thenApply(
            names -> names.stream().map(UserId::new).collect(Collectors.toUnmodifiableSet()));
  }

  /** The drivers whose job somebody watches, and its room. */
  public CompletionStage<Map<DriverId, Room>> watchedDrivers() {
    return redis
        .async()
        .hgetall(WATCHED)
        .thenApply(found -> {
          var watched = new HashMap<DriverId, Room>();
          found.forEach((driver, name) ->
              Room.parse(name).ifPresent(room -> watched.put(new DriverId(driver), room)));
          return watched;
        });
  }

  private static String[] keys(Room room) {
    return new String[] {parties(room.name()), members(room.name()), WATCHED};
  }

  private static String parties(String room) {
    return "ws:parties:" + room;
  }

  private static String members(String room) {
    return "ws:members:" + room;
  }
}
