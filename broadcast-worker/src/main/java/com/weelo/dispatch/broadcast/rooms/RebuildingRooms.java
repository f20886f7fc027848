package com.weelo.dispatch.broadcast.rooms;

import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.platform.redis.RedisLocks;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the parties of all jobs again after Redis has lost them, or may have: whenever the server
 * is another than the one they were built in.
 */
public final class RebuildingRooms {

  private static final Logger log = LoggerFactory.getLogger(RebuildingRooms.class);
  private static final String BUILDING_IN = "ws:rooms-building-in";
  private static final String BUILT_IN = "ws:rooms-built-in";
  private static final Pattern RUN_ID = Pattern.compile("run_id:(\\w+)");
  private static final Duration LOCKED_FOR = Duration.ofMinutes(1);

  private final Redis redis;
  private final RedisLocks locks;
  private final LongSupplier notingAll;
  private volatile boolean complete;

  /**
   * @param notingAll notes all there is and says of how many events
   */
  public RebuildingRooms(Redis redis, RedisLocks locks, LongSupplier notingAll) {
    this.redis = redis;
    this.locks = locks;
    this.notingAll = notingAll;
  }

  /** Whether all parties are known that events have told of, as of the last look. */
  public boolean isComplete() {
    return complete;
  }

  /** Looks whether Redis still has the rooms, and builds them where it has not. May take long. */
  public void look() {
    try {
      if (!areBuilt()) {
        complete = false;
        build();
      }
      complete = areBuilt();
    } catch (RedisUnavailable e) {
      complete = false;
      log.debug("Redis is away: {}", e.getMessage());
    }
  }

  /** Asks which server it is last: the answer of one that has died since is of no use. */
  private boolean areBuilt() {
    var builtIn = redis.call(r -> r.get(BUILT_IN));
    return run().equals(builtIn);
  }

  private void build() {
    locks
        .tryLock("broadcast-rooms", LOCKED_FOR)
        .ifPresent(lock -> {
          try (lock) {
            log.info("Redis does not know the rooms; building them from the events");
            var run = run();
            redis.call(r -> r.set(BUILDING_IN, run));
            var notes = notingAll.getAsLong();
            // Fails where Redis was away meanwhile and came back with nothing: so did the notes.
            redis.call(r -> r.rename(BUILDING_IN, BUILT_IN));
            log.info("The rooms are built, from {} events", notes);
          }
        });
  }

  private String run() {
    return redis.call(r -> runId(r.info("server")));
  }

  private static String runId(String info) {
    var found = RUN_ID.matcher(info);
    if (!found.find()) {
      throw new IllegalStateException("Redis does not say which server it is");
    }
    return found.group(1);
  }
}
