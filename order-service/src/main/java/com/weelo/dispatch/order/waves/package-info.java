/** Whom an order's open requests are put before, wave by wave, and the clock behind it. */
@NullMarked
package com.weelo.dispatch.order.waves;

import org.jspecify.annotations.NullMarked;
