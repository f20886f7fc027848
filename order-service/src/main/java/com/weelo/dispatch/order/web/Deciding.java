package com.weelo.dispatch.order.web;

import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;

/** For whom a caller decides about jobs. */
final class Deciding {

  private Deciding() {}

  /**
   * @throws Problem 403 for a fleet's driver
   */
  static TransporterId transporter(Caller caller) {
    if (!caller.actsForTransporter()) {
      throw Problem.forbidden("A fleet's driver does not decide about its jobs.");
    }
    return caller.transporterId();
  }
}
