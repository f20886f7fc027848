/** Redis as a helper that may be gone at any moment. */
@NullMarked
package com.weelo.dispatch.platform.redis;

import org.jspecify.annotations.NullMarked;
