/** A market's events, and what the tests look at. */
@NullMarked
package com.weelo.dispatch.analytics.testing;

import org.jspecify.annotations.NullMarked;
