package com.weelo.dispatch.suite.simulator;

/** What a simulation times. */
public enum Timing {
  POST_BOOKING("POST /bookings"),
  BOOK_TO_OFFER("book → offer frame"),
  BOOK_TO_PUSH("book → push"),
  OFFER_TO_ACCEPT("offer → accepted"),
  POST_ACCEPT("POST …/accept"),
  ACCEPT_TO_CUSTOMER("accept → customer told"),
  GPS_TO_INDEX("GPS → index");

  private final String label;

  Timing(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
