@NullMarked
package com.weelo.dispatch.order.holds;

import org.jspecify.annotations.NullMarked;
