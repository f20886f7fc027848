/** What every REST interface shares: problems, idempotency, correlation, limits. */
@NullMarked
package com.weelo.dispatch.platform.web;

import org.jspecify.annotations.NullMarked;
