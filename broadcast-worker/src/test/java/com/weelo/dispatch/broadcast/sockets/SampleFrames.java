package com.weelo.dispatch.broadcast.sockets;

import com.weelo.dispatch.broadcast.frames.FrameCodec;
import com.weelo.dispatch.broadcast.frames.FrameData;
import com.weelo.dispatch.broadcast.frames.FramePolicy;
import com.weelo.dispatch.broadcast.frames.FrameType;
import com.weelo.dispatch.broadcast.frames.Room;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A frame of each kind, as the code writes it of the contract's own samples of events. */
final class SampleFrames {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static final Map<String, String> REQUESTS =
      Map.of(
          "subscribe", "{\"type\":\"subscribe\",\"room\":\"booking:booking-4711\"}",
          "unsubscribe", "{\"type\":\"unsubscribe\",\"room\":\"booking:booking-4711\"}",
          "location",
              "{\"type\":\"location\",\"latitude\":12.9716,\"longitude\":77.5946,\"speed\":31.5,"
                  + "\"bearing\":270,\"recordedAt\":\"2026-03-02T12:00:00Z\",\"sequence\":812}",
          "ping", "{\"type\":\"ping\"}",
          "refresh", "{\"type\":\"refresh\",\"token\":\"eyJhbGciOi…\"}");

  private final FrameCodec codec = new FrameCodec();
  private final EventEnvelope<?> anEvent;
  private final Map<FrameType, List<FrameData>> data = new EnumMap<>(FrameType.class);

  SampleFrames(GoldenEvents golden) {
    this.anEvent = golden.events().getFirst();
    var seen = new HashSet<Class<?>>();
    golden.events().stream()
        .flatMap(event -> FramePolicy.announcements(event).stream())
        .forEach(announcement -> {
          if (seen.add(announcement.data().getClass())) {
            add(announcement.data());
          }
        });
    add(
        new FrameData.LocationUpdated(
            "booking-4711",
            null,
            new DriverId("driver-7"),
            12.9716,
            77.5946,
            31.5,
            270.0,
            8.0,
            NOON));
  }

  private void add(FrameData sample) {
    data.computeIfAbsent(sample.type(), type -> new ArrayList<>()).add(sample);
  }

  /** What tells of events, by type. */
  Map<FrameType, List<FrameData>> ofEvents() {
    return data;
  }

  /** What tells of the connection itself. */
  List<ServerFrame> ofConnections() {
    return List.of(
        new ServerFrame.Welcome("c-1f9a", 41, "1772442000000-7", true),
        new ServerFrame.Refusal("FORBIDDEN", "There is no such room for you."),
        new ServerFrame.GoAway(2_500),
        new ServerFrame.Pong(),
        new ServerFrame.Subscribed("booking:booking-4711"),
        new ServerFrame.Unsubscribed("booking:booking-4711"));
  }

  String json(ServerFrame frame) {
    return codec.encode(frame);
  }

  String json(FrameData frame) {
    return codec.encode(anEvent, frame).in(Room.of(new UserId("me"))).at(42);
  }

  String request(String type) {
    return REQUESTS.getOrDefault(type, "{}");
  }

  Map<String, String> requests() {
    return new LinkedHashMap<>(REQUESTS);
  }
}
