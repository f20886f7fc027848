package com.weelo.dispatch.notification.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.NotificationEvent.Email;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.fcm.FcmEmulator;
import com.weelo.dispatch.fcm.FcmEmulatorSettings;
import com.weelo.dispatch.notification.sending.Address;
import com.weelo.dispatch.notification.sending.Answer;
import com.weelo.dispatch.notification.sending.Answer.Accepted;
import com.weelo.dispatch.notification.sending.Answer.Reason;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class EmailProviderTests {

  @TempDir static Path directory;
  private static FcmEmulator emulator;

  @BeforeAll
  static void connect() {
    emulator = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(directory).withMail(0));
  }

  @AfterAll
  static void disconnect() {
    emulator.close();
  }

  @Test
  void an_email_arrives_as_it_was_written() {
    assertThat(send("asha@example.com", emulator.mail().port()))
        .isEqualTo(new Accepted("<an-id@weelo-dispatch>"));

    assertThat(emulator.mail().to("asha@example.com"))
        .singleElement()
        .satisfies(email -> {
          assertThat(email.subject()).isEqualTo("पहुँचा दिया गया");
          assertThat(email.text()).isEqualTo("Your goods were delivered: ₹5,000");
          assertThat(email.from()).contains("no-reply@weelo.example");
          assertThat(email.messageId()).isEqualTo("<an-id@weelo-dispatch>");
        });
  }

  @Test
  void what_is_no_address_is_none() {
    assertThat(send("not an address", emulator.mail().port()))
        .isEqualTo(new Refused(Reason.BAD_ADDRESS, "NO_ADDRESS"));
  }

  @Test
  void no_answer_is_no_verdict() {
    assertThat(send("asha@example.com", 1)).isEqualTo(new Refused(Reason.NO_ANSWER, "IO_ERROR"));
  }

  @ParameterizedTest
  @CsvSource({"550, BAD_ADDRESS", "553, BAD_ADDRESS", "450, UNAVAILABLE", "421, UNAVAILABLE"})
  void what_the_server_says_of_the_address_is_for_now_or_for_good(int code, Reason reason)
      throws Exception {
    var refusal = new SendFailedException("Invalid Addresses");
    refusal.setNextException(
        new SMTPAddressFailedException(
            new InternetAddress("asha@example.com"), "RCPT TO", code, "no"));

    assertThat(EmailRefusals.answer(refusal))
        .isEqualTo(new Refused(reason, Integer.toString(code)));
  }

  @Test
  void wrong_credentials_are_nobodys_fault_but_ours() {
    assertThat(EmailRefusals.answer(new AuthenticationFailedException("535")).reason())
        .isEqualTo(Reason.NO_ACCESS);
  }

  private static Answer send(String address, int port) {
    var mail = new JavaMailSenderImpl();
    mail.setHost(FcmEmulatorSettings.LOOPBACK);
    mail.setPort(port);
    var settings = new Properties();
    settings.put("mail.smtp.timeout", "5000");
    mail.setJavaMailProperties(settings);
    return EmailProvider.by(mail, "Weelo <no-reply@weelo.example>", Clock.systemUTC())
        .send(
            new Email(
                new NotificationId("an-id"),
                new UserId("asha"),
                "receipt",
                "पहुँचा दिया गया",
                "Your goods were delivered: ₹5,000",
                null),
            new Address("a-hash", address, null));
  }
}
