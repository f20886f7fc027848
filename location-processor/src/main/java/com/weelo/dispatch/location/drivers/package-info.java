/** What is known of each driver: where, whose, driving what, and whether free. */
@NullMarked
package com.weelo.dispatch.location.drivers;

import org.jspecify.annotations.NullMarked;
