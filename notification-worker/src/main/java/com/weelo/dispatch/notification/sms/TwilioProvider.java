package com.weelo.dispatch.notification.sms;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.exception.AuthenticationException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import com.weelo.dispatch.events.NotificationEvent.Sms;
import com.weelo.dispatch.notification.sending.Address;
import com.weelo.dispatch.notification.sending.Answer;
import com.weelo.dispatch.notification.sending.Answer.Reason;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import com.weelo.dispatch.notification.sending.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends text messages by Twilio's SDK, which blocks until the answer is there. */
public final class TwilioProvider implements Provider<Sms> {

  private static final Logger log = LoggerFactory.getLogger(TwilioProvider.class);

  private static final int UNAUTHENTICATED = 401;
  private static final int SERVER_ERROR = 500;

  private final TwilioRestClient client;
  private final PhoneNumber from;

  private TwilioProvider(TwilioRestClient client, PhoneNumber from) {
    this.client = client;
    this.from = from;
  }

  public static TwilioProvider of(SmsProperties properties, String accountSid) {
    return new TwilioProvider(
        TwilioClient.of(properties, accountSid), new PhoneNumber(properties.from()));
  }

  @Override
  public Answer send(Sms message, Address address) {
    try {
      var sent =
          Message.creator(new PhoneNumber(address.value()), from, message.text()).create(client);
      return new Answer.Accepted(sent.getSid());
    } catch (TwilioClient.TooManyRequests e) {
      return new Refused(Reason.QUOTA, "429", e.retryAfter());
    } catch (ApiConnectionException e) {
      return new Refused(Reason.NO_ANSWER, "IO_ERROR");
    } catch (AuthenticationException e) {
      return new Refused(Reason.NO_ACCESS, "AUTHENTICATION");
    } catch (ApiException e) {
      return refused(e);
    } catch (RuntimeException e) {
      log.error("Text message {} failed in the SDK", message.notificationId(), e);
      return new Refused(Reason.NO_ANSWER, "SDK_ERROR");
    }
  }

  /** By Twilio's own codes: https://www.twilio.com/docs/api/errors. */
  private static Refused refused(ApiException refusal) {
    var code = refusal.getCode();
    var status = refusal.getStatusCode();
    if (status == null) {
      return new Refused(Reason.NO_ANSWER, "IO_ERROR"); // so the SDK wraps what broke the call
    }
    if (code == null) {
      return new Refused(
          status < SERVER_ERROR ? Reason.BAD_MESSAGE : Reason.UNAVAILABLE, status.toString());
    }
    var reason =
        switch (code) {
          case 21211, 21217, 21614 -> Reason.BAD_ADDRESS; // no number, or none of a phone
          case 21610 -> Reason.GONE; // asked us to stop
          case 20003, 20005 -> Reason.NO_ACCESS; // credentials, account suspended
          case 20429, 14107, 30022 -> Reason.QUOTA;
          default -> byStatus(status);
        };
    return new Refused(reason, code.toString());
  }

  private static Reason byStatus(int status) {
    if (status >= SERVER_ERROR) {
      return Reason.UNAVAILABLE;
    }
    return status == UNAUTHENTICATED ? Reason.NO_ACCESS : Reason.BAD_MESSAGE;
  }
}
