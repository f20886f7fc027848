package com.weelo.dispatch.booking.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.platform.web.Problem;
import java.util.Base64;

/** Where the next page begins; clients take it as it is. */
final class Cursor {

  private Cursor() {}

  static String encode(BookingId last) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(last.value().getBytes(UTF_8));
  }

  static BookingId decode(String cursor) {
    try {
      return new BookingId(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("cursor", "is not one that was given out");
    }
  }
}
