/** Fixtures of the integration tests. */
@NullMarked
package com.weelo.dispatch.location.testing;

import org.jspecify.annotations.NullMarked;
