/** Positions by cell and minute. */
@NullMarked
package com.weelo.dispatch.analytics.supply;

import org.jspecify.annotations.NullMarked;
