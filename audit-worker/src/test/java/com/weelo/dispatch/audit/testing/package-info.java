/** Fixtures of the integration tests. */
@NullMarked
package com.weelo.dispatch.audit.testing;

import org.jspecify.annotations.NullMarked;
