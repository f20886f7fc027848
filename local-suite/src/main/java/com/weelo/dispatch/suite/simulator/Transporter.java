package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.SocketListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import tools.jackson.databind.JsonNode;

/** A fleet's desk: sends its trucks where orders want some. */
final class Transporter implements SocketListener {

  /** The list is looked at now and then: what was held may be open again, and trucks come back. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(6);

  private final World world;
  private final String id;
  private final String token;
  private final Fleet fleet;
  private final TransporterPolicy policy;
  private final Map<Offer, ScheduledFuture<?>> thinking = new HashMap<>();

  /** Trucks of one type that an order wants. */
  private record Offer(String orderId, String vehicleType) {
    static Offer of(JsonNode offered) {
      return new Offer(
          offered.path("orderId").asString(""), offered.path("vehicleType").asString(""));
    }
  }

  Transporter(World world, String id, List<FleetTruck> trucks, boolean byFile) {
    this.world = world;
    this.id = id;
    this.token = world.tokens().transporter(id);
    this.policy = new TransporterPolicy(world.settings().seed(), id);
    this.fleet = new Fleet(world, id, token, trucks);
    Devices.register(world, id, token);
    var socket = world.client().socket(token, this);
    var unused =
        socket
            .welcomed()
            .thenCompose(greeted -> fleet.register(byFile))
            .thenRun(() -> {
              world.measured().add(Count.TRANSPORTERS);
              world.client().runEvery(BETWEEN_LOOKS, this::look);
            });
  }

  @Override
  public void onFrame(Frame frame) {
    world.measured().add(Count.FRAMES);
    switch (frame.type()) {
      case "new_broadcast" -> {
        world.measured().add(Count.FLEET_OFFERS);
        if (frame.data().path("wave").asInt() == 1) {
          world.orders().offered(frame.text("orderId"), frame.receivedAt());
        }
        consider(frame.data(), frame.data().path("open").asInt(1));
      }
      case "broadcast_withdrawn" -> drop(frame.text("orderId"), frame.text("vehicleType"));
      default -> {
        // The rest is for a screen.
      }
    }
  }

  /** Thinks about it for a while, then sends trucks, unless it is gone by then. */
  private void consider(JsonNode offered, int open) {
    var offer = Offer.of(offered);
    if (thinking.containsKey(offer)
        || !policy.isInterestedIn(offer.orderId())
        || fleet.free(offer.vehicleType()).isEmpty()) {
      return;
    }
    var destination =
        new GeoPoint(
            offered.path("dropoff").path("latitude").asDouble(),
            offered.path("dropoff").path("longitude").asDouble());
    thinking.put(
        offer,
        world
            .client()
            .runAfter(
                policy.thinking(),
                () -> {
                  thinking.remove(offer);
                  reserve(offer, open, destination);
                }));
  }

  private void reserve(Offer offer, int open, GeoPoint destination) {
    var free = fleet.free(offer.vehicleType());
    if (!free.isEmpty()) {
      new Reservation(
              world,
              token,
              policy,
              free.subList(0, policy.trucks(free.size(), open)),
              (truck, assignment) ->
                  fleet.send(truck, offer.orderId(), assignment, destination, policy.journey()))
          .begin(offer.orderId(), offer.vehicleType());
    }
  }

  /** The offer is void; that of all types where none is named. */
  private void drop(String orderId, String vehicleType) {
    thinking
        .entrySet()
        .removeIf(thought -> {
          var offer = thought.getKey();
          var isDropped =
              offer.orderId().equals(orderId)
                  && (vehicleType.isEmpty() || vehicleType.equals(offer.vehicleType()));
          return isDropped && thought.getValue().cancel(false);
        });
  }

  private void look() {
    world
        .client()
        .order()
        .send(RestCall.get("/api/v1/truck-requests?status=open&limit=200").by(token))
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            considerAll(reply.json().path("truckRequests"));
          }
        });
  }

  private void considerAll(JsonNode requests) {
    var open = new HashMap<Offer, Integer>();
    requests.forEach(request -> open.merge(Offer.of(request), 1, Integer::sum));
    requests.forEach(request -> consider(request, open.getOrDefault(Offer.of(request), 1)));
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
