package com.weelo.dispatch.booking;

import com.weelo.dispatch.testing.ApiAnswer;

/** What the service answered. */
public final class Answer extends ApiAnswer {

  Answer(ApiAnswer answer) {
    super(answer);
  }

  public String bookingId() {
    return text("bookingId");
  }
}
