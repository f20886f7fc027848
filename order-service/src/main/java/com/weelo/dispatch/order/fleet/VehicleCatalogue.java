package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.web.Problem;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The kinds of trucks that there are: the same list in every service.
 *
 * @param vehicleTypes by their codes
 */
@Validated
@ConfigurationProperties("dispatch")
public record VehicleCatalogue(@NotEmpty List<VehicleType> vehicleTypes) {

  /**
   * The type that is meant, however it is spelt.
   *
   * @param field the name under which the spelling came
   * @throws Problem 400 where it is none of the catalogue's, with the nearest that are
   */
  public VehicleType find(String field, String spelling) {
    return switch (new SpellingPolicy(vehicleTypes).read(spelling)) {
      case SpelledType.Known known -> known.type();
      case SpelledType.Unknown(var nearest) ->
          new Draft<VehicleType>(null, List.of(Complaint.unknownType(field, nearest)))
              .orElseThrow();
    };
  }
}
