package com.weelo.dispatch.system;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.DispatchSocket;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.SocketListener;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Tells every second where it is, and accepts whatever is offered over its socket. */
final class RollingCaptain implements SocketListener, AutoCloseable {

  private final Captain captain;
  private final GeoPoint place;
  private final RollingTraffic traffic;
  private final PlainClient client;
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final AtomicLong sentAway = new AtomicLong();
  private @Nullable DispatchSocket socket;

  private RollingCaptain(
      Captain captain, GeoPoint place, RollingTraffic traffic, PlainClient client) {
    this.captain = captain;
    this.place = place;
    this.traffic = traffic;
    this.client = client;
  }

  static RollingCaptain begin(
      City city, int meters, RollingTraffic traffic, PlainClient client, DispatchClient sockets) {
    var captain =
        new RollingCaptain(city.captain(), City.northOf(city.market(), meters), traffic, client);
    captain.captain.startsShiftAt(captain.place);
    captain.socket = sockets.socket(captain.captain.token(), captain);
    captain.socket.welcomed().join();
    return captain;
  }

  void report() {
    var unused = traffic.expect(Set.of(202), client, SuiteService.LOCATION, captain.beingAt(place));
  }

  @Override
  public void onFrame(Frame frame) {
    if (!heard.add(Objects.requireNonNullElse(frame.id(), frame.type()) + frame.type())) {
      traffic.complain("%s heard twice of %s %s".formatted(captain.id(), frame.type(), frame.id()));
    }
    if (frame.type().equals("new_broadcast")) {
      var booking = frame.text("bookingId");
      traffic.beside(() -> accept(booking));
    }
  }

  private void accept(String booking) {
    traffic
        .expect(Set.of(200, 409), client, SuiteService.BOOKING, captain.accepting(booking))
        .filter(answer -> answer.statusCode() == 200)
        .ifPresent(won -> traffic.won(booking, captain.id()));
  }

  @Override
  public void onLost(boolean announced) {
    if (announced) {
      sentAway.incrementAndGet();
    } else {
      traffic.complain(captain.id() + " lost its socket without a word");
    }
  }

  @Override
  public void onMissed() {
    traffic.complain(captain.id() + " came back and was not told what it had missed");
  }

  @Override
  public void onDisorder(String what) {
    traffic.complain(captain.id() + ": " + what);
  }

  Captain captain() {
    return captain;
  }

  long frames() {
    return heard.size();
  }

  long timesSentAway() {
    return sentAway.get();
  }

  @Override
  public void close() {
    Objects.requireNonNull(socket).close();
  }
}
