package com.weelo.dispatch.booking.web;

import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.platform.web.Degrees;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A place as clients name it. */
record PlaceBody(
    @NotNull @Degrees(Degrees.LATITUDE) Double latitude,
    @NotNull @Degrees(Degrees.LONGITUDE) Double longitude,
    @Size(max = 300) @Nullable String address) {

  Place place() {
    return new Place(latitude, longitude, address);
  }
}
