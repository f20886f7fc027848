package com.weelo.dispatch.notification.fcm;

import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.notification.devices.Device;
import com.weelo.dispatch.notification.sending.Address;
import com.weelo.dispatch.notification.sending.Answer;
import com.weelo.dispatch.notification.sending.Answer.Reason;
import com.weelo.dispatch.notification.sending.Provider;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends by Google's SDK, which blocks until the answer is there. */
public final class FcmProvider implements Provider<Fcm> {

  private static final Logger log = LoggerFactory.getLogger(FcmProvider.class);

  private final FirebaseMessaging messaging;
  private final FcmMessages messages;
  private final FcmRefusals refusals;
  private final Semaphore connections;

  /**
   * @param connections how many are sent at the same time: more would wait for a connection of the
   *     pool, and give up after the time that is there for making one
   */
  public FcmProvider(FirebaseMessaging messaging, int connections, Clock clock) {
    this.messaging = messaging;
    this.connections = new Semaphore(connections);
    this.messages = new FcmMessages(clock);
    this.refusals = new FcmRefusals(clock);
  }

  @Override
  public Answer send(Fcm push, Address address) {
    try {
      var device = Device.of(address.value(), Objects.requireNonNull(address.platform()));
      return new Answer.Accepted(send(messages.message(push, device)));
    } catch (FirebaseMessagingException e) {
      return refusals.answer(e);
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(
          Reason.BAD_MESSAGE, "INVALID_MESSAGE"); // the SDK would not even send it
    } catch (RuntimeException e) {
      log.error("Push {} failed in the SDK", push.notificationId(), e);
      return new Answer.Refused(Reason.NO_ANSWER, "SDK_ERROR");
    }
  }

  private String send(Message message) throws FirebaseMessagingException {
    connections.acquireUninterruptibly();
    try {
      return messaging.send(message);
    } finally {
      connections.release();
    }
  }
}
