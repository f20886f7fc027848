package com.weelo.dispatch.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller is to the marketplace, from the token's {@code role}. */
public enum Role {
  CUSTOMER,
  TRANSPORTER,
  DRIVER,
  OPS;

  /** As it stands in the token and in events. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> ofCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findAny();
  }
}
