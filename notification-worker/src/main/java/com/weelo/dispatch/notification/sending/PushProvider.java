package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.notification.devices.Device;

/** Whoever delivers pushes to devices. */
public interface PushProvider {

  /** Sends once and waits for the answer; whatever goes wrong on the way is an answer too. */
  PushAnswer send(Fcm push, Device device);
}
