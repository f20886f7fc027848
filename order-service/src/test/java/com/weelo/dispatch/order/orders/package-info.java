@NullMarked
package com.weelo.dispatch.order.orders;

import org.jspecify.annotations.NullMarked;
