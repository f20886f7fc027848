@NullMarked
package com.weelo.dispatch.booking.lifecycle;

import org.jspecify.annotations.NullMarked;
