package com.weelo.dispatch.location.availability;

import static com.weelo.dispatch.events.TripStatus.ASSIGNED;
import static com.weelo.dispatch.events.TripStatus.CANCELLED;
import static com.weelo.dispatch.events.TripStatus.DELIVERED;
import static com.weelo.dispatch.events.TripStatus.EN_ROUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.location.testing.Captain;
import com.weelo.dispatch.location.testing.Captain.Point;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@StoresTest(database = "location")
class FollowingJobsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final EventCodec CODEC = new EventCodec();

  private final Captain captain;
  private final JdbcTemplate jdbc;
  private final Redis redis;
  private final KafkaProbe kafka = KafkaProbe.fromNow(TestStores.get());
  private final Instant now = Instant.now();

  @Autowired
  FollowingJobsIT(@LocalServerPort int port, JdbcTemplate jdbc, Redis redis) {
    this.captain = Captain.of(new ApiClient(port));
    this.jdbc = jdbc;
    this.redis = redis;
  }

  @BeforeEach
  void isFree() {
    captain.wants("TIPPER");
    captain.reports(Point.at(captain.home(), now.minusSeconds(60)));
    awaitOffered(true);
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void who_is_on_a_job_is_offered_none_until_it_is_done() {
    tell("job-1", 1, ASSIGNED);
    awaitOffered(false);

    captain.reports(Point.at(captain.home(), now));
    await().atMost(PATIENCE).until(captain::pointsInHistory, is -> is == 2);
    assertThat(captain.isOffered("TIPPER")).as("a position brings nobody back").isFalse();

    tell("job-1", 2, DELIVERED);
    awaitOffered(true);
  }

  @Test
  void who_wants_no_more_jobs_is_offered_none_after_the_last() {
    tell("job-1", 1, ASSIGNED);
    awaitOffered(false);
    captain.wantsNothing();

    awaitHandled(tell("job-1", 2, CANCELLED));

    assertThat(captain.isOffered("TIPPER")).isFalse();
    captain.wants("TIPPER");
    assertThat(captain.isOffered("TIPPER")).isTrue();
  }

  @Test
  void who_says_on_a_job_that_it_wants_jobs_is_offered_some_after_it() {
    tell("job-1", 1, ASSIGNED);
    awaitOffered(false);

    captain.wants("TANKER");

    assertThat(captain.isOffered("TANKER")).isFalse();
    tell("job-1", 2, CANCELLED);
    await().atMost(PATIENCE).until(() -> captain.isOffered("TANKER"));
  }

  @Test
  void what_is_heard_late_changes_nothing() {
    awaitHandled(tell("job-1", 3, DELIVERED));
    awaitHandled(tell("job-1", 1, ASSIGNED));
    awaitHandled(tell("job-1", 2, EN_ROUTE));
    assertThat(captain.isOffered("TIPPER")).isTrue();

    tell("job-2", 1, ASSIGNED);
    awaitOffered(false);
  }

  @Test
  void the_end_of_one_job_is_not_that_of_the_next() {
    awaitHandled(tell("job-1", 1, ASSIGNED));
    awaitHandled(tell("job-2", 1, ASSIGNED));

    awaitHandled(tell("job-1", 2, DELIVERED));
    assertThat(captain.isOffered("TIPPER")).isFalse();

    tell("job-2", 2, CANCELLED);
    awaitOffered(true);
  }

  @Test
  void an_index_that_is_built_anew_leaves_out_who_is_on_a_job() {
    tell("job-1", 1, ASSIGNED);
    awaitOffered(false);
    var colleague =
        new Captain(captain.api(), captain.id() + "-free", captain.transporter(), captain.home());
    colleague.wants("TIPPER");
    colleague.reports(Point.at(captain.home(), now));
    await().atMost(PATIENCE).until(() -> colleague.isOffered("TIPPER"));

    redis.call(r -> r.flushall());

    await().atMost(PATIENCE).until(() -> colleague.isOffered("TIPPER"));
    assertThat(captain.isOffered("TIPPER")).isFalse();
  }

  private void awaitOffered(boolean offered) {
    await().atMost(PATIENCE).until(() -> captain.isOffered("TIPPER") == offered);
  }

  private void awaitHandled(UUID event) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            !jdbc.queryForList("SELECT 1 FROM processed_events WHERE event_id = ?", event)
                .isEmpty());
  }

  private UUID tell(String job, long version, TripStatus status) {
    var assignment = new AssignmentId(job + " of " + captain.id());
    var booking = new BookingId("booking of " + assignment);
    var customer = new UserId("customer-1");
    var transporter = new TransporterId(captain.transporter());
    var vehicle = new VehicleId("vehicle-1");
    var type = new VehicleType("TIPPER");
    var driver = new DriverId(captain.id());
    var event =
        version == 1
            ? new AssignmentEvent.Created(
                assignment,
                booking,
                null,
                null,
                customer,
                transporter,
                vehicle,
                type,
                driver,
                status,
                now)
            : new AssignmentEvent.Updated(
                assignment,
                booking,
                null,
                null,
                customer,
                transporter,
                vehicle,
                type,
                driver,
                ASSIGNED,
                status,
                now);
    var envelope =
        new EventEnvelope<AssignmentEvent>(
            EventIds.next(),
            now,
            event,
            new EventMetadata("order-service", "test", "correlation", null, version));
    kafka.send(envelope.eventType(), envelope.key(), CODEC.encode(envelope), Map.of());
    return envelope.eventId();
  }
}
