package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ReceiptsIT extends NotificationTest {

  @Autowired JdbcClient jdbc;

  private final String captain = newUser();

  @Test
  void what_an_app_says_of_a_push_is_told_once() {
    var id = offeredTo(captain);

    post(captain, id, "delivered").expectStatus().isNoContent();
    post(captain, id, "delivered").expectStatus().isNoContent();
    post(captain, id, "opened").expectStatus().isNoContent();

    awaitOutcome(captain, "opened");
    awaitOutcome(captain, "delivered");
    assertThat(
            jdbc.sql("SELECT count(*) FROM outbox WHERE envelope LIKE '%' || :id || '%delivered%'")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void nobody_says_anything_of_what_was_sent_to_somebody_else() {
    var id = offeredTo(captain);

    post(newUser(), id, "opened").expectStatus().isNotFound();
    post(captain, "unknown", "opened").expectStatus().isNotFound();
  }

  private String offeredTo(String user) {
    var phone = phoneOf(user);
    happens(booking.offeredTo(user));
    var id = awaitPushes(phone, 1).getFirst().json().at("/data/notificationId").asString();
    awaitOutcome(user, "sent");
    return id;
  }

  private ResponseSpec post(String user, String id, String what) {
    return as(Tokens.transporter(user))
        .post()
        .uri("/notifications/{id}/{what}", id, what)
        .exchange();
  }
}
