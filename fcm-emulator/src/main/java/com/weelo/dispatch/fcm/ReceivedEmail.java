package com.weelo.dispatch.fcm;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** An e-mail that a mail server has taken. */
public record ReceivedEmail(
    Instant receivedAt, String messageId, String to, String from, String subject, String text) {

  static ReceivedEmail of(MimeMessage message) {
    try {
      return new ReceivedEmail(
          message.getReceivedDate() == null
              ? message.getSentDate().toInstant()
              : message.getReceivedDate().toInstant(),
          message.getMessageID(),
          GreenMailUtil.getAddressList(message.getRecipients(RecipientType.TO)),
          GreenMailUtil.getAddressList(message.getFrom()),
          message.getSubject(),
          String.valueOf(message.getContent()).strip());
    } catch (MessagingException e) {
      throw new IllegalStateException("not an e-mail", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
