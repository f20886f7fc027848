/** What happened to a booking, as the events told it. */
@NullMarked
package com.weelo.dispatch.booking.history;

import org.jspecify.annotations.NullMarked;
