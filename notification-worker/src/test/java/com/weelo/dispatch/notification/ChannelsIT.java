package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.NotificationEvent.Sms;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.fcm.Fault;
import com.weelo.dispatch.fcm.FcmErrorCode;
import com.weelo.dispatch.fcm.ReceivedEmail;
import com.weelo.dispatch.fcm.ReceivedSms;
import com.weelo.dispatch.fcm.SmsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChannelsIT extends NotificationTest {

  private final String driver = newUser();
  private final String number = newNumber();

  @Autowired JdbcClient jdbc;

  @Test
  void a_driver_without_a_phone_that_takes_pushes_gets_a_text_of_its_trip() {
    prefer(driver, Map.of("phone", number)).expectStatus().isOk();

    happens(booking.assignedTo("a-fleet", driver));

    assertThat(awaitTexts(number, 1))
        .extracting(ReceivedSms::body)
        .containsExactly("New trip: You are to drive: Truck 14ft");
  }

  @Test
  void a_driver_whose_phone_is_gone_gets_a_text_of_its_trip() {
    var phone = phoneOf(driver);
    prefer(driver, Map.of("phone", number)).expectStatus().isOk();
    fcm.fail(Fault.answering(FcmErrorCode.UNREGISTERED).forToken(phone));

    happens(booking.assignedTo("a-fleet", driver));

    assertThat(awaitTexts(number, 1)).hasSize(1);
  }

  @Test
  void a_driver_who_was_reached_on_one_phone_of_two_gets_no_text() {
    var gone = phoneOf(driver);
    var phone = phoneOf(driver);
    prefer(driver, Map.of("phone", number)).expectStatus().isOk();
    fcm.fail(Fault.answering(FcmErrorCode.UNREGISTERED).forToken(gone));

    happens(booking.assignedTo("a-fleet", driver));

    awaitPushes(phone, 1);
    awaitOutcome(driver, "failed");
    happens(booking.calledOff("a-fleet", driver)); // behind it on every topic
    awaitPushes(phone, 2);
    assertThat(fcm.texts().to(number)).isEmpty();
  }

  @Test
  void nobody_gets_a_text_of_an_offer_that_reached_nobody() {
    prefer(driver, Map.of("phone", number)).expectStatus().isOk();

    happens(booking.offeredTo(driver));
    awaitOutcome(driver, "no_device");
    happens(booking.assignedTo("a-fleet", driver));

    assertThat(awaitTexts(number, 1))
        .extracting(ReceivedSms::body)
        .allMatch(b -> b.contains("trip"));
  }

  @Test
  void a_customer_who_wants_texts_gets_them_beside_its_pushes() {
    var customer = booking.customer().value();
    var phone = phoneOf(customer);
    prefer(customer, Map.of("phone", number, "categories", Map.of("booking", Map.of("sms", true))))
        .expectStatus()
        .isOk();

    happens(booking.acceptedBy("winner"));

    assertThat(awaitTexts(number, 1).getFirst().body()).startsWith("Truck found: ");
    assertThat(awaitPushes(phone, 1)).hasSize(1);
  }

  @Test
  void a_receipt_comes_by_email() {
    var customer = booking.customer().value();
    prefer(customer, Map.of("email", customer + "@example.com")).expectStatus().isOk();

    happens(booking.completedBy("winner"));

    assertThat(awaitEmails(customer + "@example.com", 1).getFirst().text())
        .isEqualTo("Your goods were delivered: Truck 14ft, INR 5,000.00");
  }

  @Test
  void while_the_provider_of_texts_hangs_pushes_arrive_all_the_same() {
    var texted = new String[64]; // more than are sent at the same time
    for (var i = 0; i < texted.length; i++) {
      texted[i] = newUser();
      var his = newNumber();
      prefer(texted[i], Map.of("phone", his)).expectStatus().isOk();
      fcm.failTexts(SmsFault.delaying(Duration.ofHours(1)).forNumber(his).times(1_000));
      text(texted[i]);
    }
    await().atMost(PATIENCE).until(() -> textsUnderWay() > 0);

    var captains = new String[50];
    var phones = new String[captains.length];
    for (var i = 0; i < captains.length; i++) {
      captains[i] = newUser();
      phones[i] = phoneOf(captains[i]);
    }
    happens(booking.offeredTo(captains));

    for (var phone : phones) {
      awaitPushes(phone, 1);
    }
    assertThat(textsSentTo(texted)).as("still hanging").isZero();
  }

  private int textsUnderWay() {
    return jdbc.sql("SELECT count(*) FROM deliveries WHERE channel = 'sms' AND state = 'claimed'")
        .query(Integer.class)
        .single();
  }

  private int textsSentTo(String... users) {
    return jdbc.sql(
            """
            SELECT count(*) FROM deliveries
            WHERE channel = 'sms' AND state = 'sent' AND recipient_id IN (:users)
            """)
        .param("users", List.of(users))
        .query(Integer.class)
        .single();
  }

  private void text(String user) {
    happens(
        new Sms(
            new NotificationId("text-to-" + user),
            new UserId(user),
            "trip",
            "A text",
            Instant.now().plusSeconds(600)));
  }

  private List<ReceivedSms> awaitTexts(String to, int count) {
    return await().atMost(PATIENCE).until(() -> fcm.texts().to(to), texts -> texts.size() >= count);
  }

  private List<ReceivedEmail> awaitEmails(String to, int count) {
    return await()
        .atMost(PATIENCE)
        .until(() -> fcm.mail().to(to), emails -> emails.size() >= count);
  }
}
