/** What can be booked, and what a trip costs and takes as far as one can say before it. */
@NullMarked
package com.weelo.dispatch.booking.catalogue;

import org.jspecify.annotations.NullMarked;
