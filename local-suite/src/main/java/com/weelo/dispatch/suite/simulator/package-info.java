/**
 * People on the public interfaces only: real vehicles as captains, real trips as customers, and
 * fleets that share orders made of freight bookings.
 */
@NullMarked
package com.weelo.dispatch.suite.simulator;

import org.jspecify.annotations.NullMarked;
