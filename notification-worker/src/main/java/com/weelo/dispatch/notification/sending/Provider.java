package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationEvent.Message;

/** Whoever delivers messages of one kind. */
public interface Provider<M extends Message> {

  /** Sends once and waits for the answer; whatever goes wrong on the way is an answer too. */
  Answer send(M message, Address address);
}
