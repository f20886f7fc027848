/** The lives of bookings and trips, each in one row. */
@NullMarked
package com.weelo.dispatch.analytics.journeys;

import org.jspecify.annotations.NullMarked;
