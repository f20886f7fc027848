package com.weelo.dispatch.location;

import com.weelo.dispatch.events.VehicleType;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The vehicle types that there are, from {@code dispatch.vehicle-types}: the same list in every
 * service.
 */
@Validated
@ConfigurationProperties("dispatch")
public record VehicleCatalogue(@NotEmpty Set<VehicleType> vehicleTypes) {

  public boolean has(VehicleType type) {
    return vehicleTypes.contains(type);
  }
}
