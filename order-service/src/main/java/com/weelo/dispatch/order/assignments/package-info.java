/** Vehicles with their drivers on jobs: for orders and for accepted bookings alike. */
@NullMarked
package com.weelo.dispatch.order.assignments;

import org.jspecify.annotations.NullMarked;
