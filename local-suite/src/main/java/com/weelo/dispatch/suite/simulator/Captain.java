package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.DispatchSocket;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.SocketListener;
import com.weelo.dispatch.suite.data.TraceFix;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An owner-driver who moves as one recorded vehicle did: free while the meter was off, unless out
 * on a job won here.
 */
final class Captain implements SocketListener {

  /** One in so many sends positions by REST, the others over the socket. */
  private static final int BY_REST = 8;

  private static final Duration TRY_AGAIN = Duration.ofMillis(500);
  private static final int MOST_TRIES = 60;

  private final World world;
  private final String id;
  private final String token;
  private final String vehicleType;
  private final boolean byRest;
  private final DispatchSocket socket;
  private final Availability availability;
  private final OffersInHand offers;
  private final OwnTruck ownTruck;
  private TraceFix latest;
  private boolean onJob;

  /** Comes online where the vehicle was. */
  Captain(World world, TraceFix first) {
    this.world = world;
    this.id = "captain-" + first.vehicleId();
    this.token = world.tokens().ownerDriver(id);
    this.vehicleType = world.vehicles().typeOf(id);
    this.byRest = Math.floorMod(id.hashCode(), BY_REST) == 0;
    this.latest = first;
    this.availability = new Availability(world, id, token, vehicleType);
    this.offers = new OffersInHand(world, id, token, this::setOut);
    this.ownTruck = new OwnTruck(world, id, token, vehicleType);
    Devices.register(world, id, token);
    this.socket = world.client().socket(token, this);
    var unused =
        socket
            .welcomed()
            .thenRun(() -> {
              world.measured().add(Count.CAPTAINS);
              report(latest);
            });
  }

  /** The vehicle has moved, or its meter was switched. */
  void report(TraceFix fix) {
    var before = latest.position();
    latest = fix;
    world.indexProbe().movesOn(id);
    tellAvailability();
    world.measured().add(Count.FIXES);
    if (byRest) {
      sendByRest(position(), 1);
    } else {
      sendBySocket(position(), 1);
      if (availability.isFree()) {
        world.indexProbe().sent(id, vehicleType, before, fix.position());
      }
    }
  }

  private void sendByRest(Map<String, Object> position, int attempt) {
    world
        .client()
        .location()
        .send(RestCall.post("/api/v1/tracking/location", position).by(token))
        .whenComplete((reply, lost) -> {
          if (lost != null || reply.status() >= 500) {
            sendAgain(attempt, () -> sendByRest(position, attempt + 1));
          } else if (!reply.isSuccess()) {
            world.measured().add(Count.FIX_FAILURES);
          }
        });
  }

  private void sendBySocket(Map<String, Object> position, int attempt) {
    position.put("type", "location");
    if (!socket.send(position)) {
      sendAgain(attempt, () -> sendBySocket(position, attempt + 1));
    }
  }

  /** A phone keeps a position until it is taken. */
  private void sendAgain(int attempt, Runnable send) {
    if (attempt < MOST_TRIES) {
      world.client().runAfter(TRY_AGAIN, send);
    } else {
      world.measured().add(Count.FIX_FAILURES);
    }
  }

  private Map<String, Object> position() {
    var position = new LinkedHashMap<String, Object>();
    position.put("driverId", id);
    position.put("latitude", latest.position().latitude());
    position.put("longitude", latest.position().longitude());
    position.put("recordedAt", world.clock().instant().toString());
    position.put("vehicleType", vehicleType);
    return position;
  }

  private void tellAvailability() {
    var free = !latest.occupied() && !onJob;
    if (!free) {
      world.indexProbe().movesOn(id);
    }
    availability.set(free);
  }

  /** Won a job: out with it for as long as the trip takes, then free again. */
  private void setOut(String bookingId, Duration trip) {
    onJob = true;
    tellAvailability();
    ownTruck.setOut(bookingId, trip, this::isBack);
  }

  private void isBack() {
    onJob = false;
    offers.isBack();
    tellAvailability();
  }

  @Override
  public void onFrame(Frame frame) {
    world.measured().add(Count.FRAMES);
    switch (frame.type()) {
      case "new_broadcast" -> {
        if (frame.text("bookingId").isEmpty()) {
          return; // trucks of an order, which fleets fill
        }
        if (onJob) {
          offers.decline(frame);
        } else {
          offers.consider(frame);
        }
      }
      case "broadcast_withdrawn" -> offers.drop(frame.text("bookingId"));
      default -> {
        // The rest is for a screen.
      }
    }
  }

  @Override
  public void onMissed() {
    world.measured().add(Count.MISSED);
  }

  @Override
  public void onDisorder(String what) {
    world.disorder(id, what);
  }
}
