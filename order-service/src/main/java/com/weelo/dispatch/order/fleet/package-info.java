/** Vehicles and drivers: who has what, what a truck is called, and what is free. */
@NullMarked
package com.weelo.dispatch.order.fleet;

import org.jspecify.annotations.NullMarked;
