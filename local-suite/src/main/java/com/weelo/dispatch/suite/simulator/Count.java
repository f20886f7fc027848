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
