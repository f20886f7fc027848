package com.weelo.dispatch.notification.web;

import com.weelo.dispatch.notification.people.People;
import com.weelo.dispatch.notification.people.Profiles;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the caller wants to be told. What is put takes the place of all that was there. */
@RestController
@RequestMapping("/api/v1/preferences")
class PreferencesController {

  private final People people;
  private final Profiles profiles;

  PreferencesController(People people, Profiles profiles) {
    this.people = people;
    this.profiles = profiles;
  }

  /** How the caller wants to be told. */
  @GetMapping
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.DRIVER, Role.OPS})
  PreferencesBody getPreferences(Caller caller) {
    return PreferencesBody.of(
        people.of(caller.userId()),
        profiles.contact(caller.userId(), "sms"),
        profiles.contact(caller.userId(), "email"));
  }

  /** Says how the caller wants to be told: all of it, in place of what was there. */
  @PutMapping
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.DRIVER, Role.OPS})
  PreferencesBody replacePreferences(
      Caller caller, @Valid @RequestBody PreferencesBody preferences) {
    profiles.replace(caller.userId(), preferences.profile());
    return getPreferences(caller);
  }
}
