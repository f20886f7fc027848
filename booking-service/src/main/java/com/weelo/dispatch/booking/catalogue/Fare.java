package com.weelo.dispatch.booking.catalogue;

/**
 * What a trip costs with one vehicle type.
 *
 * @param base in the currency's smallest unit
 * @param perKilometre likewise, for each kilometre as the crow flies
 */
public record Fare(long base, long perKilometre) {}
