@NullMarked
package com.weelo.dispatch.booking.trips;

import org.jspecify.annotations.NullMarked;
