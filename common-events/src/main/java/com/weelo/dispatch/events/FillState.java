package com.weelo.dispatch.events;

/** How many trucks of one kind an order asked for, has on hold, and has for good. */
public record FillState(VehicleType vehicleType, int requested, int held, int filled) {}
