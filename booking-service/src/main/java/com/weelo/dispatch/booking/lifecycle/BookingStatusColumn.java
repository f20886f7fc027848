package com.weelo.dispatch.booking.lifecycle;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps statuses by their codes. */
@Converter(autoApply = true)
class BookingStatusColumn implements AttributeConverter<BookingStatus, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable BookingStatus status) {
    return status == null ? null : status.code();
  }

  @Override
  public @Nullable BookingStatus convertToEntityAttribute(@Nullable String code) {
    return code == null ? null : BookingStatus.ofCode(code).orElseThrow();
  }
}
