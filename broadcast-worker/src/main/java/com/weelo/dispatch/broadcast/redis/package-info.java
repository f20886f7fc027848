/** Lua scripts whose answers nobody waits for. */
@NullMarked
package com.weelo.dispatch.broadcast.redis;

import org.jspecify.annotations.NullMarked;
