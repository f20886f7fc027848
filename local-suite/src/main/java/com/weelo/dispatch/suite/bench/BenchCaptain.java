package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.suite.client.DispatchSocket;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.client.SocketListener;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** An owner-driver who stands at a spot, free, and hands on what its socket tells. */
final class BenchCaptain implements SocketListener, AutoCloseable {

  private final String id;
  private final String token;
  private final BenchWorld world;
  private final BiConsumer<BenchCaptain, Frame> onFrame;
  private final DispatchSocket socket;

  BenchCaptain(BenchWorld world, BiConsumer<BenchCaptain, Frame> onFrame) {
    this.world = world;
    this.onFrame = onFrame;
    this.id = world.newUser("captain");
    this.token = world.tokens().ownerDriver(id);
    this.socket = world.client().socket(token, this);
  }

  /** Done when the captain is connected, free and where it stands. */
  CompletableFuture<Void> standAt(Spot spot) {
    return socket
        .welcomed()
        .thenCompose(greeted ->
            world
                .client()
                .location()
                .send(
                    RestCall.put(
                            "/api/v1/tracking/availability",
                            Map.of(
                                "driverId",
                                id,
                                "available",
                                true,
                                "vehicleType",
                                Spot.VEHICLE_TYPE))
                        .by(token)))
        .thenCompose(answered -> reportAt(spot))
        .thenAccept(BenchCaptain::requireSuccess);
  }

  private CompletableFuture<RestReply> reportAt(Spot spot) {
    return world
        .client()
        .location()
        .send(
            RestCall.post(
                    "/api/v1/tracking/location",
                    Map.of(
                        "driverId", id, "latitude", spot.latitude(), "longitude", spot.longitude()))
                .by(token));
  }

  CompletableFuture<RestReply> accept(String bookingId) {
    return world.client().booking().send(BenchWorld.accept(token, bookingId));
  }

  private static void requireSuccess(RestReply reply) {
    if (!reply.isSuccess()) {
      throw new IllegalStateException("a captain was answered " + reply.status());
    }
  }

  @Override
  public void onFrame(Frame frame) {
    onFrame.accept(this, frame);
  }

  @Override
  public void close() {
    socket.close();
  }
}
