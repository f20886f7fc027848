/** Single-truck bookings: search, waves of offers, acceptance, expiry. */
@NullMarked
package com.weelo.dispatch.booking;

import org.jspecify.annotations.NullMarked;
