package com.weelo.dispatch.notification.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.NotificationEvent.Email;
import com.weelo.dispatch.notification.sending.Address;
import com.weelo.dispatch.notification.sending.Answer;
import com.weelo.dispatch.notification.sending.Provider;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends e-mails by Jakarta Mail, which blocks until the server has taken them. */
public final class EmailProvider implements Provider<Email> {

  private final Session session;
  private final Server server;
  private final String from;
  private final Clock clock;

  private record Server(
      String protocol,
      @Nullable String host,
      int port,
      @Nullable String user,
      @Nullable String password) {

    Transport connect(Session session) throws MessagingException {
      var transport = session.getTransport(protocol);
      transport.connect(host, port, user, password);
      return transport;
    }
  }

  private EmailProvider(Session session, Server server, String from, Clock clock) {
    this.session = session;
    this.server = server;
    this.from = from;
    this.clock = clock;
  }

  /** By the server that {@code spring.mail.*} names. */
  public static EmailProvider by(JavaMailSenderImpl mail, String from, Clock clock) {
    var protocol = mail.getProtocol() == null ? "smtp" : mail.getProtocol();
    return new EmailProvider(
        mail.getSession(),
        new Server(
            protocol, mail.getHost(), mail.getPort(), mail.getUsername(), mail.getPassword()),
        from,
        clock);
  }

  @Override
  public Answer send(Email email, Address address) {
    try {
      var message = message(email, address);
      try (var transport = server.connect(session)) {
        transport.sendMessage(message, message.getAllRecipients());
      }
      return new Answer.Accepted(message.getMessageID());
    } catch (MessagingException e) {
      return EmailRefusals.answer(e);
    }
  }

  private MimeMessage message(Email email, Address address) throws MessagingException {
    var message = new Identified(session, "<" + email.notificationId() + "@weelo-dispatch>");
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(RecipientType.TO, new InternetAddress(address.value(), true));
    message.setSubject(email.subject(), UTF_8.name());
    message.setText(email.text(), UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.saveChanges();
    return message;
  }

  /** Sent twice it has the same id, by which mail programs show it once. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
