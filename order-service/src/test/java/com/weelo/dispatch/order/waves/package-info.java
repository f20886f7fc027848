@NullMarked
package com.weelo.dispatch.order.waves;

import org.jspecify.annotations.NullMarked;
