package com.weelo.dispatch.analytics.live;

import com.fasterxml.jackson.annotation.JsonValue;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.VehicleType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A captain on the map. */
record Captain(DriverId id, double lat, double lng, State state, @Nullable VehicleType type) {

  enum State {
    FREE,
    BUSY,
    /** Not heard of for a while. */
    STALE;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
