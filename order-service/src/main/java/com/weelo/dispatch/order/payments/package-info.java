/** What was paid for bookings and orders. */
@NullMarked
package com.weelo.dispatch.order.payments;

import org.jspecify.annotations.NullMarked;
