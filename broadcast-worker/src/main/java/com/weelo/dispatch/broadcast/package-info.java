/** Tells people over WebSockets what happened, the moment it happens. */
@NullMarked
package com.weelo.dispatch.broadcast;

import org.jspecify.annotations.NullMarked;
