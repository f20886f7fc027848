package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;

/**
 * Somebody who drives for a fleet.
 *
 * @param busy whether on a job, be it another fleet's
 */
public record Driver(
    DriverId id, TransporterId employer, String name, String phone, boolean busy) {}
