package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.frames.Refused;
import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.broadcast.positions.ReportingPositions;
import com.weelo.dispatch.broadcast.rooms.WatchingRooms;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Does what clients ask for. Whatever is refused is answered with an error frame. */
public final class ClientRequests {

  private final WatchingRooms watching;
  private final ReportingPositions reporting;
  private final Authentication authentication;
  private final ClientFrameCodec codec = new ClientFrameCodec();

  public ClientRequests(
      WatchingRooms watching, ReportingPositions reporting, Authentication authentication) {
    this.watching = watching;
    this.reporting = reporting;
    this.authentication = authentication;
  }

  void handle(String text, Connection connection, TokenLease lease) {
    var socket = connection.socket();
    try {
      handle(codec.decode(text), connection, lease);
    } catch (Refused refused) {
      socket.refuse(refused);
      if (refused.code() == Refused.Code.MALFORMED_REQUEST) {
        socket.close(CloseCode.BAD_FRAME);
      }
    }
  }

  private void handle(ClientFrame frame, Connection connection, TokenLease lease) {
    var socket = connection.socket();
    switch (frame) {
      case ClientFrame.Ping() -> socket.send(new ServerFrame.Pong());
      case ClientFrame.Subscribe(var name) -> subscribe(room(name), connection);
      case ClientFrame.Unsubscribe(var name) -> unsubscribe(room(name), connection);
      case ClientFrame.Location(var position) ->
          answer(socket, reporting.report(connection.caller(), position), taken -> {});
      case ClientFrame.Refresh(var token) ->
          answer(socket, verify(token), verified -> refresh(verified, connection, lease));
    }
  }

  private void subscribe(Room room, Connection connection) {
    var socket = connection.socket();
    answer(
        socket,
        watching.watch(connection.caller(), room),
        done -> {
          connection.watches(room);
          socket.send(new ServerFrame.Subscribed(room.name()));
        });
  }

  private void unsubscribe(Room room, Connection connection) {
    var socket = connection.socket();
    answer(
        socket,
        watching.unwatch(connection.user(), room),
        done -> {
          connection.noLongerWatches(room);
          socket.send(new ServerFrame.Unsubscribed(room.name()));
        });
  }

  private CompletionStage<Authentication.Verified> verify(String token) {
    return authentication
        .verify(token)
        .exceptionally(e -> {
          throw new Refused(Refused.Code.UNAUTHENTICATED, "The token is not valid.");
        });
  }

  private static void refresh(
      Authentication.Verified verified, Connection connection, TokenLease lease) {
    if (verified.caller().userId().equals(connection.user())) {
      connection.callerIsNow(verified.caller());
      lease.renew(verified.expiresAt());
    } else {
      connection.socket().close(CloseCode.FORBIDDEN);
    }
  }

  private static <T> void answer(Socket socket, CompletionStage<T> work, Consumer<T> onDone) {
    work.whenComplete((done, failure) ->
        socket
            .loop()
            .execute(() -> {
              if (failure == null) {
                onDone.accept(done);
              } else {
                socket.refuse(refusal(failure));
              }
            }));
  }

  private static Refused refusal(Throwable failure) {
    if (failure instanceof Refused refused) {
      return refused;
    }
    return failure.getCause() instanceof Refused refused
        ? refused
        : new Refused(Refused.Code.TEMPORARILY_UNAVAILABLE, "It can not be done at the moment.");
  }

  private static Room room(String name) {
    return Room.parse(name).orElseThrow(() -> Refused.invalid("room", "is not the name of a room"));
  }
}
