package com.weelo.dispatch.fcm;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherChannelsTests {

  private static final String MESSAGES = "/2010-04-01/Accounts/AC1/Messages.json";
  private static final String TEXT =
      "To=%2B919876543210&From=%2B15550000000&Body=Hello+%26+welcome";

  @TempDir static Path certificates;

  private FcmEmulator emulator;
  private Sender sender;
  private Control control;

  @BeforeEach
  void start() {
    emulator = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(certificates).withMail(0));
    sender = new Sender(emulator, Version.HTTP_1_1);
    control = new Control(emulator);
  }

  @AfterEach
  void stop() {
    control.close();
    sender.close();
    emulator.close();
  }

  @Test
  void aTextSentCanBeLookedUpByItsNumberHoweverItIsEscaped() {
    assertThat(text(TEXT).status()).isEqualTo(201);

    for (var to : new String[] {"%2B919876543210", "+919876543210"}) {
      var found = control.get("/sms?to=" + to);
      assertThat(found.json().at("/messages")).hasSize(1);
      assertThat(found.text("/messages/0/body")).isEqualTo("Hello & welcome");
      assertThat(found.text("/messages/0/from")).isEqualTo("+15550000000");
    }
    assertThat(control.get("/sms?to=%2B910000000000").json().at("/messages")).isEmpty();
    assertThat(control.delete("/sms").status()).isEqualTo(204);
    assertThat(control.get("/sms").json().at("/messages")).isEmpty();
  }

  @Test
  void anAcceptedTextIsAnsweredAsTwilioDoes() {
    var answer = text(TEXT);

    assertThat(answer.text("/sid")).matches("SM[0-9a-f]{32}");
    assertThat(answer.text("/status")).isEqualTo("queued");
    assertThat(answer.text("/account_sid")).isEqualTo("AC1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"To=12&Body=Hello", "Body=Hello", "To=%2B919876543210"})
  void aTextThatIsNoneIsRefused(String form) {
    var answer = text(form);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/code").asInt()).isPositive();
  }

  @Test
  void withoutCredentialsNothingIsSent() {
    assertThat(sender.post(MESSAGES, null, TEXT).status()).isEqualTo(401);
    assertThat(sender.post(MESSAGES, "Bearer let-me-in", TEXT).status()).isEqualTo(401);
  }

  @Test
  void aFaultIsMetAsOftenAsItWasAskedFor() {
    control.put(
        "/sms/faults", "{\"status\":429,\"code\":20429,\"retryAfterSeconds\":7,\"times\":1}");

    var refused = text(TEXT);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("retry-after")).isEqualTo("7");
    assertThat(refused.json().at("/code").asInt()).isEqualTo(20429);
    assertThat(text(TEXT).status()).isEqualTo(201);
    assertThat(control.get("/sms/faults").json().at("/faults")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"times\":1}", "{\"status\":200,\"times\":1}", "nonsense", "null"})
  void aFaultThatIsNoneIsRefused(String fault) {
    assertThat(control.put("/sms/faults", fault).status()).isEqualTo(400);
  }

  @Test
  void anEmailCanBeLookedUpByItsAddress() throws MessagingException {
    mail("asha@example.com", "Ein Gruß");

    var found = control.get("/emails?to=asha@example.com");

    assertThat(found.json().at("/messages")).hasSize(1);
    assertThat(found.text("/messages/0/subject")).isEqualTo("Ein Gruß");
    assertThat(found.text("/messages/0/text")).isEqualTo("Namaste");
    assertThat(Instant.parse(found.text("/messages/0/receivedAt"))).isNotNull();
    assertThat(control.get("/emails?to=ravi@example.com").json().at("/messages")).isEmpty();
    control.delete("/emails");
    assertThat(control.get("/emails").json().at("/messages")).isEmpty();
  }

  private Answer text(String form) {
    return sender.post(MESSAGES, "Basic bGV0Om1lLWlu", form);
  }

  private void mail(String to, @Nullable String subject) throws MessagingException {
    var settings = new Properties();
    settings.put("mail.smtp.host", FcmEmulatorSettings.LOOPBACK);
    settings.put("mail.smtp.port", Integer.toString(emulator.mail().port()));
    var message = new MimeMessage(Session.getInstance(settings));
    message.setFrom(new InternetAddress("no-reply@weelo.example"));
    message.setRecipient(RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    message.setText("Namaste");
    message.setSentDate(new Date());
    Transport.send(message);
  }
}
