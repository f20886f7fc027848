package com.weelo.dispatch.order.web;

import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;

/** Whose fleet a caller decides about. */
final class ActingTransporter {

  private ActingTransporter() {}

  /**
   * @throws Problem 403 for a fleet's driver
   */
  static TransporterId of(Caller caller) {
    if (!caller.actsForTransporter()) {
      throw Problem.forbidden("A fleet's driver does not decide about its fleet.");
    }
    return caller.transporterId();
  }
}
