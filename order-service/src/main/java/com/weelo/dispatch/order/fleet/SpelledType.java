package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.VehicleType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a spelling of a vehicle type turned out to be. */
public sealed interface SpelledType {

  /**
   * A type of the catalogue.
   *
   * @param subtype body and axles, where the spelling names them
   * @param capacityTonnes where the spelling names it
   */
  record Known(VehicleType type, @Nullable String subtype, @Nullable BigDecimal capacityTonnes)
      implements SpelledType {}

  /**
   * None.
   *
   * @param nearest codes that may have been meant, the nearest first
   */
  record Unknown(List<String> nearest) implements SpelledType {}
}
