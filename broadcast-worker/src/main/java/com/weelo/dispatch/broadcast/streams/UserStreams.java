package com.weelo.dispatch.broadcast.streams;

import static com.weelo.dispatch.broadcast.streams.StreamKeys.RUN;

import com.weelo.dispatch.broadcast.frames.EventFrame;
import com.weelo.dispatch.broadcast.redis.AsyncScript;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.redis.Redis;
import io.lettuce.core.ScriptOutputType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Everything each user is told, in one order that is the same for all of the user's connections on
 * all nodes. Offsets count from 1 without holes within an epoch.
 */
public final class UserStreams {

  private static final AsyncScript APPEND =
      AsyncScript.beside(UserStreams.class, ScriptOutputType.INTEGER, "epoch.lua", "append.lua");
  private static final AsyncScript READ =
      AsyncScript.beside(UserStreams.class, ScriptOutputType.MULTI, "epoch.lua", "read.lua");

  private final Redis redis;
  private final StreamProperties properties;

  public UserStreams(Redis redis, StreamProperties properties) {
    this.redis = redis;
    this.properties = properties;
  }

  /**
   * Tells a user something, once: a frame that the user was told before is not told again.
   *
   * @param traceparent goes with it to the nodes; null where nobody traces
   * @return completes once the frame has its offset; fails where Redis is away, in which case the
   *     frame may or may not have been told
   */
  public CompletionStage<Long> append(UserId user, EventFrame frame, @Nullable String traceparent) {
    return APPEND.run(
        redis,
        new String[] {
          RUN,
          StreamKeys.position(user),
          StreamKeys.stream(user),
          StreamKeys.told(user),
          StreamKeys.channel(user)
        },
        frame.identity(),
        frame.head(),
        frame.tail(),
        LiveFrame.about(frame, traceparent),
        Integer.toString(properties.length()),
        Long.toString(properties.framesFor().toMillis()),
        Long.toString(properties.epochFor().toMillis()),
        Long.toString(properties.identitiesFor().toMillis()));
  }

  /** Tells a user something that is worth nothing later: it has no offset and is not kept. */
  public CompletionStage<Long> tell(UserId user, EventFrame frame) {
    return redis.async().publish(StreamKeys.channel(user), LiveFrame.passing(frame));
  }

  /**
   * Reads on from a position, some frames at a time.
   *
   * @param reader null where the reader has no position yet and only wants the current one
   */
  public CompletionStage<Reading> read(UserId user, @Nullable Position reader) {
    CompletionStage<List<Object>> answer =
        READ.run(
            redis,
            new String[] {RUN, StreamKeys.position(user), StreamKeys.stream(user)},
            reader == null ? "" : reader.epoch(),
            Long.toString(reader == null ? 0 : reader.offset()),
            Integer.toString(properties.pageSize()),
            Long.toString(properties.epochFor().toMillis()));
    return answer.thenApply(UserStreams::reading);
  }

  @SuppressWarnings("unchecked") // as read.lua returns it
  private static Reading reading(List<Object> answer) {
    var end = new Position((String) answer.get(0), Long.parseLong((String) answer.get(1)));
    var found = (List<String>) answer.get(2);
    return found.isEmpty()
        ? new Reading(end, 0, List.of())
        : new Reading(end, Long.parseLong(found.getFirst()), found.subList(1, found.size()));
  }
}
