/** Multi-truck orders and everything physical: fleets, holds, assignments, payments. */
@NullMarked
package com.weelo.dispatch.order;

import org.jspecify.annotations.NullMarked;
