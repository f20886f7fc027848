package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.broadcast.frames.FrameCodec;
import com.weelo.dispatch.broadcast.positions.ReportingPositions;
import com.weelo.dispatch.broadcast.positions.TellingPositions;
import com.weelo.dispatch.broadcast.rooms.PartyHistory;
import com.weelo.dispatch.broadcast.rooms.RebuildingRooms;
import com.weelo.dispatch.broadcast.rooms.Rooms;
import com.weelo.dispatch.broadcast.rooms.WatchingRooms;
import com.weelo.dispatch.broadcast.routing.RoutingEvents;
import com.weelo.dispatch.broadcast.server.FrontDoor;
import com.weelo.dispatch.broadcast.server.Management;
import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.broadcast.sockets.Audience;
import com.weelo.dispatch.broadcast.sockets.Authentication;
import com.weelo.dispatch.broadcast.sockets.ClientRequests;
import com.weelo.dispatch.broadcast.sockets.SocketMetrics;
import com.weelo.dispatch.broadcast.sockets.Upgrades;
import com.weelo.dispatch.broadcast.streams.LiveChannels;
import com.weelo.dispatch.broadcast.streams.UserStreams;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.platform.consuming.Subscription;
import com.weelo.dispatch.platform.observability.Traces;
import com.weelo.dispatch.platform.publishing.EventPublisher;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.platform.redis.RedisLocks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** What there is, and how it hangs together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BroadcastProperties.class)
class BroadcastWiring {

  private static final String EVENTS = "broadcast-worker.events";
  private static final String POSITIONS = "broadcast-worker.positions";
  private static final Duration TELL_FRAMES_EVERY = Duration.ofSeconds(10);
  private static final Duration REPAIR_EVERY = Duration.ofSeconds(1);

  // What is heard from Kafka

  @Bean
  Subscription<BookingEvent> bookings(RoutingEvents routing, BroadcastProperties properties) {
    return Subscription.of(EVENTS, BookingEvent.class, routing::route)
        .withConcurrency(properties.consumers());
  }

  @Bean
  Subscription<OrderEvent> orders(RoutingEvents routing, BroadcastProperties properties) {
    return Subscription.of(EVENTS, OrderEvent.class, routing::route)
        .withConcurrency(properties.consumers());
  }

  @Bean
  Subscription<TruckRequestEvent> truckRequests(
      RoutingEvents routing, BroadcastProperties properties) {
    return Subscription.of(EVENTS, TruckRequestEvent.class, routing::route)
        .withConcurrency(properties.consumers());
  }

  @Bean
  Subscription<AssignmentEvent> assignments(RoutingEvents routing, BroadcastProperties properties) {
    return Subscription.of(EVENTS, AssignmentEvent.class, routing::route)
        .withConcurrency(properties.consumers());
  }

  /** Of what becomes of messages only what is new in somebody's inbox. */
  @Bean
  Subscription<NotificationEvent.Delivery> notifications(
      RoutingEvents routing, BroadcastProperties properties) {
    return Subscription.of(
            EVENTS,
            NotificationEvent.Delivery.class,
            event -> event.data().inApp() != null,
            routing::route)
        .withConcurrency(properties.consumers());
  }

  @Bean
  Subscription<LocationEvent> positions(TellingPositions telling) {
    return Subscription.fleeting(POSITIONS, LocationEvent.class, telling::isWatched, telling::hear);
  }

  // What is done over and over

  @Bean
  Ticker ticker(
      LiveChannels channels,
      RebuildingRooms rebuilding,
      TellingPositions telling,
      SocketMetrics metrics,
      EventPublisher publisher,
      Clock clock,
      BroadcastProperties properties) {
    var frames = new TellingFrames(metrics, publisher, clock);
    return new Ticker()
        .every(TELL_FRAMES_EVERY, "telling how many frames were sent", frames::tell)
        .every(REPAIR_EVERY, "repairing subscriptions", channels::repair)
        .every(REPAIR_EVERY, "looking after rooms", rebuilding::look)
        .every(properties.positions().lookEvery(), "looking who is watched", telling::look)
        .every(properties.positions().every(), "telling positions", telling::tell);
  }

  // From events to streams

  @Bean
  RoutingEvents routingEvents(Rooms rooms, UserStreams streams, FrameCodec codec, Traces traces) {
    return new RoutingEvents(rooms, streams, codec, traces);
  }

  @Bean
  FrameCodec frameCodec() {
    return new FrameCodec();
  }

  @Bean
  UserStreams userStreams(Redis redis, BroadcastProperties properties) {
    return new UserStreams(redis, properties.streams());
  }

  @Bean
  TellingPositions tellingPositions(Rooms rooms, UserStreams streams, FrameCodec codec) {
    return new TellingPositions(rooms, streams, codec);
  }

  // Rooms

  @Bean
  Rooms rooms(Redis redis, BroadcastProperties properties) {
    return new Rooms(redis, properties.rooms());
  }

  @Bean
  RebuildingRooms rebuildingRooms(
      Redis redis,
      RedisLocks locks,
      Rooms rooms,
      ConsumerFactory<String, byte[]> consumers,
      EventCodec codec,
      BroadcastProperties properties,
      Clock clock) {
    var history = new PartyHistory(consumers, codec, rooms, properties.rooms().keepFor(), clock);
    return new RebuildingRooms(redis, locks, history::noteAll);
  }

  @Bean
  WatchingRooms watchingRooms(
      Rooms rooms, BroadcastProperties properties, RebuildingRooms rebuilding) {
    return new WatchingRooms(rooms, properties.rooms(), rebuilding::isComplete);
  }

  // Sockets

  @Bean
  LiveChannels liveChannels(Redis redis) {
    return new LiveChannels(redis);
  }

  @Bean
  SocketMetrics socketMetrics(MeterRegistry registry, Clock clock) {
    return new SocketMetrics(registry, clock);
  }

  @Bean
  Audience audience(LiveChannels channels, SocketMetrics metrics) {
    var audience = new Audience(channels, metrics);
    channels.listen(audience);
    return audience;
  }

  @Bean(destroyMethod = "close")
  ExecutorService blockingWork() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("blocking-", 0).factory());
  }

  @Bean
  Authentication authentication(JwtDecoder decoder, ExecutorService blockingWork) {
    return new Authentication(decoder, blockingWork);
  }

  @Bean(destroyMethod = "close")
  ExecutorService reportedPositions(BroadcastProperties properties) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(properties.positions().queue()),
        Thread.ofVirtual().name("reported-positions").factory());
  }

  @Bean
  ClientRequests clientRequests(
      WatchingRooms watching,
      EventPublisher events,
      Clock clock,
      ExecutorService reportedPositions,
      Authentication authentication) {
    var reporting = new ReportingPositions(events, clock, reportedPositions);
    return new ClientRequests(watching, reporting, authentication);
  }

  @Bean
  Upgrades upgrades(
      Authentication authentication,
      Audience audience,
      UserStreams streams,
      WatchingRooms watching,
      ClientRequests requests,
      FrameCodec codec,
      SocketMetrics metrics,
      Traces traces,
      BroadcastProperties properties,
      Clock clock) {
    return new Upgrades(
        authentication,
        audience,
        streams,
        watching,
        requests,
        codec,
        metrics,
        traces,
        properties.sockets(),
        clock);
  }

  // The server

  @Bean
  HealthIndicator broadcastHealthIndicator(LiveChannels channels, RebuildingRooms rooms) {
    return new BroadcastHealth(channels, rooms);
  }

  @Bean
  NettyServer nettyServer(
      @Value("${server.port}") int port,
      Upgrades upgrades,
      Audience audience,
      HealthEndpoint health,
      PrometheusMeterRegistry metrics,
      ExecutorService blockingWork,
      BroadcastProperties properties) {
    var frontDoor = new FrontDoor(upgrades, new Management(health, metrics, blockingWork));
    return new NettyServer(port, frontDoor, audience, properties.sockets());
  }
}
