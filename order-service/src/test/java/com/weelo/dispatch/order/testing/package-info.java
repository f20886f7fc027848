/** What tests of fleets and assignments are made of. */
@NullMarked
package com.weelo.dispatch.order.testing;

import org.jspecify.annotations.NullMarked;
