/** What each user is told, in order and kept for a while, in Redis. */
@NullMarked
package com.weelo.dispatch.broadcast.streams;

import org.jspecify.annotations.NullMarked;
