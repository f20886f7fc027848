/** The booking itself and everything that changes it. */
@NullMarked
package com.weelo.dispatch.booking.lifecycle;

import org.jspecify.annotations.NullMarked;
