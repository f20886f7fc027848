package com.weelo.dispatch.testing.api;

import com.weelo.dispatch.testing.Tokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everybody who may call: nobody known, somebody who was known, and each role. */
public enum TestCaller {
  NO_TOKEN,
  EXPIRED,
  CUSTOMER,
  TRANSPORTER,
  /** Its own transporter. */
  OWNER_DRIVER,
  /** Of somebody's fleet. */
  FLEET_DRIVER,
  OPS;

  /** As it heads a column. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A bearer token that names this user, if this caller brings one. */
  public @Nullable String token(String user) {
    return switch (this) {
      case NO_TOKEN -> null;
      case EXPIRED -> Tokens.expired("ops", user);
      case CUSTOMER -> Tokens.customer(user);
      case TRANSPORTER -> Tokens.transporter(user);
      case OWNER_DRIVER -> Tokens.ownerDriver(user);
      case FLEET_DRIVER -> Tokens.driver(user, "fleet-of-" + user);
      case OPS -> Tokens.ops(user);
    };
  }
}
