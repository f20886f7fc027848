/** The geo index of free drivers in Redis, and what keeps it true. */
@NullMarked
package com.weelo.dispatch.location.index;

import org.jspecify.annotations.NullMarked;
