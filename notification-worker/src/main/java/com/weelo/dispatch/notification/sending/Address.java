package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.notification.devices.DeviceToken;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be sent to. Never printed or logged as it is.
 *
 * @param hash stands for it in the database
 * @param value what the provider knows it by
 * @param platform what a device runs; null where there is no such difference
 */
public record Address(String hash, String value, @Nullable String platform) {

  @Override
  public String toString() {
    return DeviceToken.shortened(hash);
  }
}
