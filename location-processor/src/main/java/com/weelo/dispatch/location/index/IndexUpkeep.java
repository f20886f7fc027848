package com.weelo.dispatch.location.index;

import com.weelo.dispatch.location.drivers.DriverStates;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.platform.redis.RedisProperties;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the index whole: builds it anew from the database after Redis was wiped, restarted or away,
 * and when this instance starts, which may have died between a commit and its entry in the index.
 */
@Component
public class IndexUpkeep {

  private static final Logger log = LoggerFactory.getLogger(IndexUpkeep.class);
  private static final int PAGE = 1_000;
  private static final String BUILDING = "building";

  private final GeoIndex index;
  private final DriverStates states;
  private final Redis redis;
  private final Clock clock;
  private final Duration staleAfter;

  IndexUpkeep(
      GeoIndex index, DriverStates states, Redis redis, Clock clock, RedisProperties properties) {
    this.index = index;
    this.states = states;
    this.redis = redis;
    this.clock = clock;
    this.staleAfter = properties.driverStaleAfter();
    index.fallBehind();
  }

  @Scheduled(fixedDelay = 1_000)
  public void check() {
    try {
      if (index.isBehind() || !isWhole()) {
        build();
      }
    } catch (RedisUnavailable | DataAccessException e) {
      index.fallBehind();
      log.debug("The geo index is not looked after: {}", e.getMessage());
    }
  }

  @Scheduled(fixedDelay = 30_000)
  public void sweep() {
    try {
      index.forgetBefore(oldest());
    } catch (RedisUnavailable e) {
      log.debug("The geo index is not swept: {}", e.getMessage());
    }
  }

  /** A wiped Redis has no mark; one that restarted, from whatever it had on disk, another run. */
  private boolean isWhole() {
    return redis.call(r -> runOf(r).equals(r.get(GeoIndexKeys.WHOLE)));
  }

  /** Consumers go on meanwhile: of two states of a driver the newer stays. */
  private void build() {
    var run = redis.call(IndexUpkeep::runOf);
    redis.call(r -> r.set(GeoIndexKeys.WHOLE, BUILDING));
    index.catchUp();
    var drivers = applyAll();
    // Only over the mark set above: where that is gone, Redis was wiped on the way.
    redis.call(r -> r.set(GeoIndexKeys.WHOLE, run, SetArgs.Builder.xx()));
    log.info("Built the geo index of {} drivers", drivers);
  }

  private int applyAll() {
    var since = oldest();
    var drivers = 0;
    var last = "";
    while (true) {
      var page = states.seenSince(since, last, PAGE);
      index.apply(page);
      drivers += page.size();
      if (page.size() < PAGE) {
        return drivers;
      }
      last = page.getLast().driverId().value();
    }
  }

  private Instant oldest() {
    return clock.instant().minus(staleAfter);
  }

  private static String runOf(RedisCommands<String, String> redis) {
    return redis
        .info("server")
        .lines()
        .filter(line -> line.startsWith("run_id:"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Redis does not name its run"));
  }
}
