package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationEvent.Message;
import com.weelo.dispatch.notification.sending.Answer.Reason;
import com.weelo.dispatch.notification.sending.Answer.Refused;

/** Stands where no provider was set up: messages end here, and it is told that they do. */
public final class NotConfigured<M extends Message> implements Provider<M> {

  @Override
  public Answer send(M message, Address address) {
    return new Refused(Reason.NOT_CONFIGURED, "NOT_CONFIGURED");
  }
}
