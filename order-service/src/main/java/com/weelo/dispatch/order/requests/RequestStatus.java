package com.weelo.dispatch.order.requests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far one truck of an order has come. */
public enum RequestStatus {
  /** To be had. */
  OPEN,
  /** Reserved by a transporter for some seconds. */
  HELD,
  /** Confirmed, with a vehicle and a driver. */
  ACCEPTED,
  DELIVERED,
  CANCELLED,
  /** The search ended without a truck for it. */
  EXPIRED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RequestStatus> ofCode(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findAny();
  }
}
