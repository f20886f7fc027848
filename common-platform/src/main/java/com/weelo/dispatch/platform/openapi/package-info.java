/** How REST interfaces describe themselves at {@code /v3/api-docs}. */
@NullMarked
package com.weelo.dispatch.platform.openapi;

import org.jspecify.annotations.NullMarked;
