/** The REST interface. */
@NullMarked
package com.weelo.dispatch.order.web;

import org.jspecify.annotations.NullMarked;
