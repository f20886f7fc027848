/** Who calls, and what that role may do. */
@NullMarked
package com.weelo.dispatch.platform.security;

import org.jspecify.annotations.NullMarked;
