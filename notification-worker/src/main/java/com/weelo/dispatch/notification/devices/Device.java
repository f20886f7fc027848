package com.weelo.dispatch.notification.devices;

/** Something that can be sent to. */
public record Device(DeviceToken token, Platform platform) {

  public static Device of(String token, String platform) {
    return new Device(new DeviceToken(token), Platform.ofCode(platform));
  }
}
