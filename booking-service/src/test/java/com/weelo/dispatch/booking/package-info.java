@NullMarked
package com.weelo.dispatch.booking;

import org.jspecify.annotations.NullMarked;
