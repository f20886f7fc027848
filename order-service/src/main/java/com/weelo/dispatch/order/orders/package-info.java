/** The order itself, from its making to its end. */
@NullMarked
package com.weelo.dispatch.order.orders;

import org.jspecify.annotations.NullMarked;
