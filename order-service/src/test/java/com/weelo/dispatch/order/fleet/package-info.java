@NullMarked
package com.weelo.dispatch.order.fleet;

import org.jspecify.annotations.NullMarked;
