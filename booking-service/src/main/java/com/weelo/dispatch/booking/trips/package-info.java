/** What the trucks on their way make of the bookings they serve. */
@NullMarked
package com.weelo.dispatch.booking.trips;

import org.jspecify.annotations.NullMarked;
