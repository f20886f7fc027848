package com.weelo.dispatch.broadcast.rooms;

import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.platform.redis.RedisLocks;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the parties of all jobs again after Redis has lost them, or may have: whenever the server
 * is another than the one they were built in.
 */
public final class RebuildingRooms {

  private static final Logger log = LoggerFactory.getLogger(RebuildingRooms.class);
  private static final String BUILT_IN = "ws:rooms-built-in";
  private static final Pattern RUN_ID = Pattern.compile("run_id:(\\w+)");
  private static final Duration LOCKED_FOR = Duration.ofMinutes(1);

  private final Redis redis;
  private final RedisLocks locks;
  private final PartyHistory history;
  private volatile boolean complete;

  public RebuildingRooms(Redis redis, RedisLocks locks, PartyHistory history) {
    this.redis = redis;
    this.locks = locks;
    this.history = history;
  }

  /** Whether all parties are known that events have told of, as of the last look. */
  public boolean isComplete() {
    return complete;
  }

  /** Looks whether Redis still has the rooms, and builds them where it has not. May take long. */
  public void look() {
    try {
      var run = redis.call(r -> runId(r.info("server")));
      complete = run.equals(builtIn());
      if (!complete) {
        build(run);
      }
    } catch (RedisUnavailable e) {
      complete = false;
      log.debug("Redis is away: {}", e.getMessage());
    }
  }

  private void build(String run) {
    locks
        .tryLock("broadcast-rooms", LOCKED_FOR)
        .ifPresent(lock -> {
          try (lock) {
            log.info("Redis does not know the rooms; building them from the events");
            var notes = history.noteAll();
            redis.call(r -> r.set(BUILT_IN, run));
            complete = true;
            log.info("The rooms are built, from {} events", notes);
          }
        });
  }

  private String builtIn() {
    return Optional.ofNullable(redis.call(r -> r.get(BUILT_IN))).orElse("");
  }

  private static String runId(String info) {
    var found = RUN_ID.matcher(info);
    if (!found.find()) {
      throw new IllegalStateException("Redis does not say which server it is");
    }
    return found.group(1);
  }
}
