package com.weelo.dispatch.suite.simulator;

/** What a simulation times. */
public enum Timing {
  POST_BOOKING("POST /bookings"),
  BOOK_TO_OFFER("book → offer frame"),
  BOOK_TO_PUSH("book → push"),
  OFFER_TO_ACCEPT("offer → accepted"),
  POST_ACCEPT("POST …/accept"),
  ACCEPT_TO_CUSTOMER("accept → customer told"),
  GPS_TO_INDEX("GPS → index"),
  POST_ORDER("POST /orders"),
  ORDER_TO_OFFER("order → first offer frame"),
  POST_HOLD("POST …/holds"),
  POST_CONFIRM("POST …/confirm");

  private final String label;

  Timing(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
