package com.weelo.dispatch.notification.web;

import com.weelo.dispatch.notification.devices.Device;
import com.weelo.dispatch.notification.devices.DeviceToken;
import com.weelo.dispatch.notification.devices.Devices;
import com.weelo.dispatch.notification.devices.Platform;
import com.weelo.dispatch.notification.people.Profiles;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the caller wants to be reached by push. Both calls may be repeated. */
@RestController
@RequestMapping("/api/v1/devices/{token}")
class DeviceController {

  /**
   * @param locale the language that the device is set to
   * @param timeZone the zone that it is in
   */
  record Registration(
      @NotNull Platform platform, @Nullable String locale, @Nullable String timeZone) {}

  private final Devices devices;
  private final Profiles profiles;

  DeviceController(Devices devices, Profiles profiles) {
    this.devices = devices;
    this.profiles = profiles;
  }

  /**
   * Has the caller reached by push on a device. May be repeated.
   *
   * @param token the device's registration token with FCM
   */
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.DRIVER, Role.OPS})
  void registerDevice(
      Caller caller,
      @PathVariable
          @Size(min = 1, max = DeviceToken.LONGEST)
          @Pattern(regexp = "\\S+", message = "must not contain white space")
          String token,
      @Valid @RequestBody Registration registration) {
    var locale = Settings.locale("locale", registration.locale());
    var zone = Settings.timeZone("timeZone", registration.timeZone());
    devices.register(caller.userId(), new Device(new DeviceToken(token), registration.platform()));
    profiles.seenOn(caller.userId(), locale, zone);
  }

  /**
   * Has the caller no longer reached on a device. May be repeated.
   *
   * @param token the device's registration token with FCM
   */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.DRIVER, Role.OPS})
  void unregisterDevice(
      Caller caller, @PathVariable @Size(min = 1, max = DeviceToken.LONGEST) String token) {
    devices.unregister(caller.userId(), new DeviceToken(token));
  }
}
