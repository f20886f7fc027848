/**
 * Recordings of real vehicles and real trips, and bookings of freight: the bundled ones, and others
 * of the same columns.
 */
@NullMarked
package com.weelo.dispatch.suite.data;

import org.jspecify.annotations.NullMarked;
