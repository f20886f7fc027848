package com.weelo.dispatch.booking.catalogue;

import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.web.Problem;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The kinds of trucks that can be booked.
 *
 * @param vehicleTypes by their codes
 */
@Validated
@ConfigurationProperties("dispatch")
public record VehicleCatalogue(@NotEmpty List<String> vehicleTypes) {

  /**
   * @throws Problem 400 where the catalogue has no such type
   */
  public VehicleType find(String code) {
    if (!vehicleTypes.contains(code)) {
      throw Problem.invalid("vehicleType", "is not in the catalogue");
    }
    return new VehicleType(code);
  }
}
