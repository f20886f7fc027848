@NullMarked
package com.weelo.dispatch.booking.matching;

import org.jspecify.annotations.NullMarked;
