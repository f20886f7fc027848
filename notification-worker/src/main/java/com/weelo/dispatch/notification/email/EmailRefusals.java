package com.weelo.dispatch.notification.email;

import com.weelo.dispatch.notification.sending.Answer.Reason;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server's refusals mean: by RFC 5321, 4yz is for now and 5yz is for good. */
final class EmailRefusals {

  private static final int FOR_GOOD = 500;

  private EmailRefusals() {}

  static Refused answer(MessagingException refusal) {
    for (Exception cause = refusal; cause != null; cause = next(cause)) {
      switch (cause) {
        case AddressException _ -> {
          return new Refused(Reason.BAD_ADDRESS, "NO_ADDRESS");
        }
        case AuthenticationFailedException _ -> {
          return new Refused(Reason.NO_ACCESS, "AUTHENTICATION");
        }
        case SMTPAddressFailedException address -> {
          return refused(address.getReturnCode(), Reason.BAD_ADDRESS);
        }
        case SMTPSendFailedException message when message.getReturnCode() > 0 -> {
          return refused(message.getReturnCode(), Reason.BAD_MESSAGE);
        }
        default -> {}
      }
    }
    return new Refused(Reason.NO_ANSWER, "IO_ERROR");
  }

  private static Refused refused(int code, Reason forGood) {
    return new Refused(code >= FOR_GOOD ? forGood : Reason.UNAVAILABLE, Integer.toString(code));
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }
}
