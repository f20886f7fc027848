/** The trucks of an order, one by one, and whom they were put before. */
@NullMarked
package com.weelo.dispatch.order.requests;

import org.jspecify.annotations.NullMarked;
