package com.weelo.dispatch.order.fleet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether its transporter has jobs for a vehicle; it may be on one in any status. */
public enum VehicleStatus {
  AVAILABLE,
  UNAVAILABLE,
  MAINTENANCE;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<VehicleStatus> ofCode(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findAny();
  }
}
