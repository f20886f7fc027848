/** Whom a booking is offered to, wave by wave, and the record of why. */
@NullMarked
package com.weelo.dispatch.booking.matching;

import org.jspecify.annotations.NullMarked;
