@NullMarked
package com.weelo.dispatch.booking.catalogue;

import org.jspecify.annotations.NullMarked;
