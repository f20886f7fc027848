package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Samples how long a position takes from a captain's socket to the index: picks one, and asks who
 * is near until that captain is found there. One sample at a time.
 */
final class IndexProbe {

  private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(500);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(3);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** A shorter move could not be told from standing still. */
  private static final double SHORTEST_MOVE_METERS = 30;

  private static final double SAME_PLACE_METERS = 3;

  private final DispatchClient client;
  private final DevelopmentTokens tokens;
  private final Measurements measured;
  private boolean busy;

  /** Whose position is being looked for. */
  private @Nullable String watched;

  private int samples;

  IndexProbe(DispatchClient client, DevelopmentTokens tokens, Measurements measured) {
    this.client = client;
    this.tokens = tokens;
    this.measured = measured;
  }

  /** The captain moves on, or is no longer free: where it was can not be found any more. */
  void movesOn(String captainId) {
    if (captainId.equals(watched)) {
      watched = null;
    }
  }

  /** A free captain has just sent that it moved from here to there. */
  void sent(String captainId, String vehicleType, GeoPoint from, GeoPoint to) {
    if (busy || from.distanceMetersTo(to) < SHORTEST_MOVE_METERS) {
      return;
    }
    busy = true;
    watched = captainId;
    samples++;
    var question =
        RestCall.get(
                String.format(
                    Locale.ROOT,
                    "/api/v1/drivers/nearby?latitude=%f&longitude=%f&vehicleType=%s"
                        + "&radiusMeters=20&limit=100",
                    to.latitude(),
                    to.longitude(),
                    vehicleType))
            // Somebody else each time: this asks more often than one user may.
            .by(tokens.ops("probe-" + samples));
    look(question, captainId, to, System.nanoTime());
  }

  private void look(RestCall question, String captainId, GeoPoint position, long sentAt) {
    client
        .location()
        .send(question)
        .whenComplete((reply, lost) -> {
          if (!captainId.equals(watched)) {
            busy = false;
          } else if (lost == null && reply.isSuccess() && shows(reply, captainId, position)) {
            measured.add(Timing.GPS_TO_INDEX, reply.receivedAt() - sentAt);
            client.runAfter(BETWEEN_SAMPLES, () -> busy = false);
          } else if (System.nanoTime() - sentAt > PATIENCE_NANOS) {
            measured.add(Count.UNSEEN);
            busy = false;
          } else {
            client.runAfter(BETWEEN_LOOKS, () -> look(question, captainId, position, sentAt));
          }
        });
  }

  private static boolean shows(RestReply reply, String captainId, GeoPoint position) {
    for (var driver : reply.json().path("drivers")) {
      if (driver.path("driverId").asString("").equals(captainId)) {
        var indexed =
            new GeoPoint(driver.path("latitude").asDouble(), driver.path("longitude").asDouble());
        return indexed.distanceMetersTo(position) < SAME_PLACE_METERS;
      }
    }
    return false;
  }
}
