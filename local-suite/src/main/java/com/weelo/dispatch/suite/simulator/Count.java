package com.weelo.dispatch.suite.simulator;

/** What a simulation counts. */
public enum Count {
  ASKED("booking asked for"),
  BOOKED("booking made"),
  REFUSED("booking refused, or never answered"),
  MATCHED("customer told of a captain"),
  EXPIRED("customer told that nobody came"),
  CANCELLED("booking cancelled by its customer before anybody came"),
  UNTOLD("customer who had to ask what had become of the booking"),
  CAPTAINS("captain connected and greeted"),
  DEVICE_FAILURES("device that could not be registered"),
  TRANSPORTERS("transporter whose fleet is known"),
  TRUCKS("truck of a fleet"),
  FLEET_DRIVERS("driver of a fleet connected and greeted"),
  FLEET_FAILURES("truck or driver that could not be registered"),
  ORDERS("order placed"),
  ORDERS_REFUSED("order refused, or never answered"),
  ORDERS_FULL("order that got all its trucks"),
  ORDERS_WITH_QUORUM("order that goes on with fewer trucks than it wanted"),
  ORDERS_EXPIRED("order for which there were too few trucks"),
  ORDERS_CANCELLED("order called off by its customer"),
  ORDERS_COMPLETED("order whose trucks have all delivered"),
  ORDERS_UNTOLD("customer who had to ask what had become of the order"),
  TRUCKS_REQUESTED("truck that an order asked for"),
  TRUCKS_FILLED("truck that an order got"),
  FLEET_OFFERS("offer of an order that reached a transporter"),
  HOLDS("hold of a transporter's"),
  HOLDS_CONFIRMED("hold confirmed"),
  HOLDS_GIVEN_BACK("hold given back"),
  HOLDS_EXPIRED("hold that ran out"),
  HOLDS_TOO_LATE("hold that came too late"),
  HOLD_FAILURES("hold that failed otherwise"),
  TRIPS("trip begun"),
  TRIPS_DELIVERED("trip delivered"),
  TRIPS_CALLED_OFF("trip called off, before it began or after"),
  TRIP_FAILURES("step of a trip that failed"),
  PAYMENTS("payment recorded"),
  PAYMENT_FAILURES("payment that failed"),
  FRAMES("WebSocket frame"),
  OFFERS("offer that reached a captain"),
  WITHDRAWALS("offer that a captain was told to drop"),
  WON("acceptance that won"),
  LOST_RACES("acceptance that came too late"),
  ACCEPT_FAILURES("acceptance that failed otherwise"),
  FIXES("position sent"),
  FIX_FAILURES("position refused or not answered"),
  WATCHED("position of a captain on a customer's map"),
  UNSEEN("sampled position that never came up in the index"),
  DISORDER("frame that came twice, out of order, or after a hole"),
  MISSED("reconnection after which nobody knows what was missed");

  private final String meaning;

  Count(String meaning) {
    this.meaning = meaning;
  }

  /** One of what is counted. */
  public String meaning() {
    return meaning;
  }
}
