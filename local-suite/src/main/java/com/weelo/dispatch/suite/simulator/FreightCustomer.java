package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.DispatchSocket;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.client.SocketListener;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Orders several trucks at once, and follows what becomes of them until all have delivered. */
final class FreightCustomer implements SocketListener {

  /** No search lasts longer, and no journey. */
  private static final Duration NEWS_PATIENCE = Duration.ofSeconds(60);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final World world;
  private final String id;
  private final OrderWish wish;
  private final Consumer<FreightCustomer> settled;
  private final String token;
  private final DispatchSocket socket;
  private String orderId = "";
  private boolean isSearching = true;
  private boolean isSettled;
  private @Nullable NewsWatch watch;

  /**
   * @param settled told when nothing more is to be expected
   */
  FreightCustomer(World world, String id, OrderWish wish, Consumer<FreightCustomer> settled) {
    this.world = world;
    this.id = id;
    this.wish = wish;
    this.settled = settled;
    this.token = world.tokens().customer(id);
    Devices.register(world, id, token);
    this.socket = world.client().socket(token, this);
    var unused = socket.welcomed().thenRun(this::order);
  }

  private void order() {
    var call = RestCall.post("/api/v1/orders", wish.body()).by(token).once(id);
    PatientCalls.send(world.client(), world.client().order(), call)
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            placed(reply);
          } else {
            world.failed(Count.ORDERS_REFUSED, id, reply);
            settle();
          }
        });
  }

  private void placed(RestReply reply) {
    orderId = reply.json().path("orderId").asString("");
    world.measured().add(Count.ORDERS);
    world.measured().add(Count.TRUCKS_REQUESTED, wish.trucks());
    world.measured().add(Timing.POST_ORDER, reply.nanos());
    world.journal().ordered(orderId, id);
    world.orders().placed(orderId, reply);
    watch = new NewsWatch(world.client(), NEWS_PATIENCE, this::wonder);
  }

  /** Gives up waiting, if there are too few trucks still. */
  void giveUp() {
    if (isSearching && !orderId.isEmpty()) {
      var call =
          RestCall.post(
              "/api/v1/orders/" + orderId + "/cancel", Map.of("reason", "the day is over"));
      var unused = world.client().order().send(call.by(token));
    }
  }

  @Override
  public void onFrame(Frame frame) {
    world.measured().add(Count.FRAMES);
    if (frame.type().equals("order_updated")) {
      if (watch != null) {
        watch.heard();
      }
      updated(frame.data());
    }
  }

  private void updated(JsonNode order) {
    orderId = order.path("orderId").asString(orderId);
    switch (order.path("status").asString("")) {
      case "filled" -> found(Count.ORDERS_FULL, order);
      case "confirmed" -> found(Count.ORDERS_WITH_QUORUM, order);
      case "completed" -> {
        found(Count.ORDERS_FULL, order);
        complete();
      }
      case "expired" -> giveUp(Count.ORDERS_EXPIRED);
      case "cancelled" -> giveUp(Count.ORDERS_CANCELLED);
      default -> {
        // Still searching.
      }
    }
  }

  /** There are trucks enough; they may set out. */
  private void found(Count outcome, JsonNode order) {
    if (isSearching) {
      isSearching = false;
      world.measured().add(outcome);
      for (var line : order.path("fill")) {
        world.measured().add(Count.TRUCKS_FILLED, line.path("filled").asInt());
      }
      world.orders().searched(orderId, true);
    }
  }

  private void giveUp(Count outcome) {
    if (!isSettled) {
      isSearching = false;
      world.measured().add(outcome);
      world.orders().searched(orderId, false);
      settle();
    }
  }

  private void complete() {
    if (!isSettled) {
      isSettled = true;
      world.measured().add(Count.ORDERS_COMPLETED);
      Payments.pay(world, token, "orderId", orderId, wish.price(), this::settle);
    }
  }

  private void settle() {
    isSettled = true;
    if (watch != null) {
      watch.stop();
    }
    settled.accept(this);
    socket.close();
  }

  /** No news for too long. */
  private void wonder() {
    if (!isSettled) {
      world.measured().add(Count.ORDERS_UNTOLD);
      look();
    }
  }

  private void look() {
    if (isSettled) {
      return;
    }
    world
        .client()
        .order()
        .send(RestCall.get("/api/v1/orders/" + orderId).by(token))
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            updated(reply.json());
          }
          world.client().runAfter(LOOK_AGAIN, this::look);
        });
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
