/** Transporters' short reservations of requests for their vehicles. */
@NullMarked
package com.weelo.dispatch.order.holds;

import org.jspecify.annotations.NullMarked;
