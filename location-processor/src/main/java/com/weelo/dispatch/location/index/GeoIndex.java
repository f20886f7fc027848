package com.weelo.dispatch.location.index;

import com.weelo.dispatch.location.drivers.DriverState;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.platform.redis.RedisScript;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import io.lettuce.core.ScriptOutputType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The write side of the geo index. A state is applied only if it is newer than what the index
 * knows, so that it never goes back, whoever applies what in whichever order.
 */
@Component
public class GeoIndex {

  private static final Logger log = LoggerFactory.getLogger(GeoIndex.class);

  private static final RedisScript APPLY =
      RedisScript.beside(GeoIndex.class, "apply-states.lua", ScriptOutputType.INTEGER);
  private static final RedisScript FORGET =
      RedisScript.beside(GeoIndex.class, "forget-stale.lua", ScriptOutputType.INTEGER);
  private static final String[] KEYS = {
    GeoIndexKeys.VERSIONS, GeoIndexKeys.SEEN, GeoIndexKeys.TRANSPORTERS, GeoIndexKeys.WHEREABOUTS
  };

  /** Drivers in one call: large enough to be cheap, small enough not to hold up Redis. */
  private static final int CHUNK = 250;

  private final Redis redis;
  private volatile boolean behind;

  GeoIndex(Redis redis) {
    this.redis = redis;
  }

  /**
   * Brings the index up to date after a commit. Where Redis is away it falls behind, which is not
   * the caller's concern: {@link IndexUpkeep} makes up for it.
   */
  public void follow(Collection<DriverState> states) {
    if (behind) {
      return;
    }
    try {
      apply(states);
    } catch (RedisUnavailable e) {
      log.warn("The geo index falls behind: {}", e.getMessage());
      fallBehind();
    }
  }

  boolean isBehind() {
    return behind;
  }

  void fallBehind() {
    behind = true;
  }

  /** From now on changes are followed again; those missed are the caller's to apply. */
  void catchUp() {
    behind = false;
  }

  void apply(Collection<DriverState> states) {
    var entries = states.stream().map(IndexEntry::of).flatMap(Optional::stream).toList();
    for (var from = 0; from < entries.size(); from += CHUNK) {
      var chunk = entries.subList(from, Math.min(entries.size(), from + CHUNK));
      redis.call(r -> APPLY.<Long>run(r, KEYS, arguments(chunk)));
    }
  }

  private static String[] arguments(List<IndexEntry> entries) {
    var arguments = new ArrayList<String>();
    for (var entry : entries) {
      var sighting = entry.sighting();
      arguments.add(entry.driverId().value());
      arguments.add(Long.toString(entry.version()));
      arguments.add(entry.set().orElse(""));
      arguments.add(Double.toString(sighting.point().longitude()));
      arguments.add(Double.toString(sighting.point().latitude()));
      arguments.add(entry.transporterId().value());
      arguments.add(Long.toString(sighting.recordedAt().toEpochMilli()));
    }
    return arguments.toArray(String[]::new);
  }

  /** Forgets drivers not seen since; they come back with their next fix. */
  void forgetBefore(Instant oldest) {
    long forgotten;
    do {
      forgotten =
          redis.call(r ->
              FORGET.<Long>run(
                  r, KEYS, Long.toString(oldest.toEpochMilli()), Integer.toString(CHUNK)));
    } while (forgotten == CHUNK);
  }
}
