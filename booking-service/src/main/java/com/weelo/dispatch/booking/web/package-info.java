/** The REST interface. */
@NullMarked
package com.weelo.dispatch.booking.web;

import org.jspecify.annotations.NullMarked;
