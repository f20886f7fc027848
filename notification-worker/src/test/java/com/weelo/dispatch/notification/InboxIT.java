package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.testing.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InboxIT extends NotificationTest {

  private final String customer = booking().customer().value();

  private static ABooking booking() {
    return ABooking.madeAt(Instant.now());
  }

  @Test
  void news_is_found_in_the_inbox_newest_first_and_counted_until_it_is_read() {
    happens(acceptedFor(customer));
    awaitUnread(1);
    happens(acceptedFor(customer));
    awaitUnread(2);

    var inbox = inbox("");
    assertThat(inbox.at("/notifications/0/title").asString()).isEqualTo("Truck found");
    assertThat(inbox.at("/notifications/0/category").asString()).isEqualTo("booking");
    assertThat(inbox.at("/notifications/0/data/status").asString()).isEqualTo("accepted");
    assertThat(inbox.at("/notifications/0/createdAt").asString())
        .isGreaterThanOrEqualTo(inbox.at("/notifications/1/createdAt").asString());

    for (var i = 0; i < 2; i++) { // once or twice
      read(customer, idOf(inbox, 0)).expectStatus().isNoContent();
    }
    assertThat(inbox("").at("/unread").asInt()).isEqualTo(1);
    assertThat(inbox("").at("/notifications/0").has("readAt")).isTrue();
    assertThat(inbox("").at("/notifications/1").has("readAt")).isFalse();
  }

  @Test
  void every_page_goes_on_where_the_one_before_ended_whatever_comes_in_meanwhile() {
    IntStream.range(0, 5).forEach(n -> happens(acceptedFor(customer)));
    awaitUnread(5);
    var first = inbox("?limit=2");
    happens(acceptedFor(customer));
    awaitUnread(6);

    var ids = new ArrayList<>(ids(first));
    for (var page = first; page.has("nextCursor"); ) {
      page = inbox("?limit=2&cursor=" + page.at("/nextCursor").asString());
      ids.addAll(ids(page));
    }

    assertThat(ids).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void nobody_reads_what_is_somebody_elses() {
    happens(acceptedFor(customer));
    awaitUnread(1);

    read(newUser(), idOf(inbox(""), 0)).expectStatus().isNotFound();
    assertThat(inbox("").at("/unread").asInt()).isEqualTo(1);
    read(customer, "unknown").expectStatus().isNotFound();
  }

  @Test
  void an_event_that_comes_again_is_in_the_inbox_once() {
    var event = happens(acceptedFor(customer));
    awaitUnread(1);

    deliver(event);
    happens(acceptedFor(customer));

    awaitUnread(2);
  }

  @Test
  void offers_are_not_kept() {
    var captain = newUser();
    var phone = phoneOf(captain);
    happens(booking.offeredTo(captain));
    awaitPushes(phone, 1);

    var inbox = inboxOf(captain, "");

    assertThat(inbox.at("/notifications")).isEmpty();
    assertThat(inbox.at("/unread").asInt()).isZero();
  }

  @Test
  void an_app_that_is_open_hears_of_it() {
    happens(acceptedFor(customer));

    assertThat(awaitOutcome(customer, "stored"))
        .contains("\"channel\":\"inbox\"", "\"inApp\"", "\"Truck found\"", "\"accepted\"");
  }

  @Test
  void a_cursor_that_was_never_given_out_is_refused() {
    as(Tokens.customer(customer))
        .get()
        .uri("/notifications?cursor=nonsense")
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  private static BookingEvent acceptedFor(String user) {
    var made = ABooking.madeAt(Instant.now());
    return new ABooking(made.id(), new UserId(user), made.expiresAt()).acceptedBy("winner");
  }

  private void awaitUnread(int count) {
    await().atMost(PATIENCE).until(() -> inbox("").at("/unread").asInt() == count);
  }

  private static String idOf(JsonNode inbox, int index) {
    return inbox.at("/notifications/" + index + "/notificationId").asString();
  }

  private static List<String> ids(JsonNode page) {
    return page.at("/notifications")
        .valueStream()
        .map(one -> one.at("/notificationId").asString())
        .toList();
  }

  private JsonNode inbox(String query) {
    return inboxOf(customer, query);
  }

  private JsonNode inboxOf(String user, String query) {
    return Objects.requireNonNull(
        as(Tokens.customer(user))
            .get()
            .uri("/notifications" + query)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody());
  }

  private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec read(
      String user, String id) {
    return as(Tokens.customer(user)).post().uri("/notifications/{id}/read", id).exchange();
  }
}
