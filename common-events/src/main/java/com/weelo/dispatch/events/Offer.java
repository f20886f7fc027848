package com.weelo.dispatch.events;

/**
 * A job put before one transporter.
 *
 * @param driverId the transporter's driver who is nearest to the pick-up
 * @param distanceMeters from that driver to the pick-up, as the crow flies
 */
public record Offer(TransporterId transporterId, DriverId driverId, long distanceMeters) {

  public Offer {
    Checks.atLeast("distanceMeters", distanceMeters, 0);
  }
}
