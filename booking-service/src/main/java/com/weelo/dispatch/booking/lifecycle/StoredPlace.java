package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.events.Place;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A {@link Place} as columns. */
@Embeddable
record StoredPlace(double latitude, double longitude, @Nullable String address) {

  static StoredPlace of(Place place) {
    return new StoredPlace(place.latitude(), place.longitude(), place.address());
  }

  Place place() {
    return new Place(latitude, longitude, address);
  }
}
